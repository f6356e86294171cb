package io.coxswain.conformance;

/** How much those tests do that could go on for ever, by {@code -Dcoxswain.effort}: {@code small} if it isn't said, {@code ci}, {@code long}. */
public enum Effort {
    SMALL("small"),
    CI("ci"),
    LONG("long");

    private static final String PROPERTY = "coxswain.effort";

    private final String said;

    Effort(String said) {
        this.said = said;
    }

    /**
     * The effort of this run.
     *
     * @throws IllegalArgumentException if it is another word
     */
    public static Effort now() {
        String given = System.getProperty(PROPERTY, SMALL.said);
        for (Effort effort : values()) {
            if (effort.said.equals(given)) {
                return effort;
            }
        }
        throw new IllegalArgumentException(PROPERTY + ": " + given + ": must be small, ci or long");
    }

    /** One of three sizes. */
    public static int of(int small, int ci, int longest) {
        return switch (now()) {
            case SMALL -> small;
            case CI -> ci;
            case LONG -> longest;
        };
    }
}
