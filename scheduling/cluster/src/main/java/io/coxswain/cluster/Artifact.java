package io.coxswain.cluster;

/** The jars of which a cluster makes use only if they are there. What names their classes is loaded after it was asked here. */
enum Artifact {
    JSON("coxswain-json", "io.coxswain.json", "io.coxswain.json.Manifest"),
    NETWORK("coxswain-network", "io.coxswain.network", "io.coxswain.network.ServiceProxy");

    private final String id;
    private final String module;
    private final String marker;

    Artifact(String id, String module, String marker) {
        this.id = id;
        this.module = module;
        this.marker = marker;
    }

    boolean isPresent() {
        try {
            Class.forName(marker, false, Artifact.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** @throws MissingArtifactException if it isn't there */
    void require(String purpose) {
        if (!isPresent()) {
            throw new MissingArtifactException(id, purpose + " " + need());
        }
    }

    /** What a message says of something that can't be done without it. */
    String need() {
        return "needs io.coxswain:" + id + ", which isn't there: add the dependency, and to a module-info \"requires "
                + module + ";\"";
    }
}
