package io.coxswain.cluster;

/** Something was asked for that a jar does which isn't there: an application may leave it out, and then do without. */
public final class MissingArtifactException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String artifact;

    MissingArtifactException(String artifact, String message) {
        super(message);
        this.artifact = artifact;
    }

    /** The artifact that does it, such as {@code coxswain-json}. */
    public String artifact() {
        return artifact;
    }
}
