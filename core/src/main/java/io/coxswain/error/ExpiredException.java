package io.coxswain.error;

/** A revision that was asked for is compacted: list, then go on from the list's revision. */
public final class ExpiredException extends ApiException {
    private static final long serialVersionUID = 1;

    private final long oldestRevision;

    /**
     * Makes one.
     *
     * @param oldestRevision the oldest revision that can still be asked for
     */
    public ExpiredException(String message, long oldestRevision) {
        super(message, null);
        this.oldestRevision = oldestRevision;
    }

    /** The oldest revision that can still be asked for. */
    public long oldestRevision() {
        return oldestRevision;
    }

    @Override
    public String reason() {
        return "Expired";
    }

    @Override
    public int code() {
        return 410;
    }
}
