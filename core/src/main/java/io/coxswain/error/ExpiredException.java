package io.coxswain.error;

/** A revision that was asked for is compacted: list, then go on from the list's revision. */
public final class ExpiredException extends ApiException {
    private static final long serialVersionUID = 1;

    private final long oldestRevision;
    private final String continueToken;

    /**
     * Makes one.
     *
     * @param oldestRevision the oldest revision that can still be asked for
     */
    public ExpiredException(String message, long oldestRevision) {
        this(message, oldestRevision, "");
    }

    /**
     * Makes one of a list that can be continued at another revision.
     *
     * @param continueToken lists the rest, as it is now
     */
    public ExpiredException(String message, long oldestRevision, String continueToken) {
        super(message, null);
        this.oldestRevision = oldestRevision;
        this.continueToken = continueToken;
    }

    /** The oldest revision that can still be asked for. */
    public long oldestRevision() {
        return oldestRevision;
    }

    /**
     * A token that lists the rest of an expired list as it is now, so that the pages are not of one revision; empty if no list was
     * to be continued.
     */
    public String continueToken() {
        return continueToken;
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
