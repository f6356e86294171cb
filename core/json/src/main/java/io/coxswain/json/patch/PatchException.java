package io.coxswain.json.patch;

/** A patch can't be applied; says where in the patch and why. */
public final class PatchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Fault {
        /** The document is no such patch, whatever it is applied to. */
        DOCUMENT,
        /** The object isn't as the patch needs it. */
        OBJECT
    }

    private final Fault fault;
    private final String place;

    private PatchException(Fault fault, String place, String problem) {
        super(problem);
        this.fault = fault;
        this.place = place;
    }

    static PatchException document(String place, String problem) {
        return new PatchException(Fault.DOCUMENT, place, problem);
    }

    static PatchException object(String place, String problem) {
        return new PatchException(Fault.OBJECT, place, problem);
    }

    public Fault fault() {
        return fault;
    }

    /** The part of the patch, such as {@code [2].path} or {@code spec.containers}; may be empty. */
    public String place() {
        return place;
    }
}
