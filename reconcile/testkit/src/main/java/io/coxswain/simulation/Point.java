package io.coxswain.simulation;

/**
 * Where a run may deviate: what happens there, and for the how manieth time. There are hundreds in a run and few are ever named, so the text is made where somebody reads it.
 *
 * @param place what happens
 * @param ordinal for the how manieth time; 0 if nobody counts
 */
record Point(Place place, int ordinal) {

    /** What happens again and again in one run, such as {@code create secret/tls}. Belongs to the one thread of control. */
    static final class Place {
        private final String text;
        private int count;
        private long seed;
        private long hash;

        Place(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** It happens once more. */
        Point next() {
            return new Point(this, ++count);
        }

        private long begunHash(long wanted) {
            if (hash == 0 || seed != wanted) {
                seed = wanted;
                hash = Hash.begun(wanted, text);
            }
            return hash;
        }
    }

    static Point of(String text, int ordinal) {
        return new Point(new Place(text), ordinal);
    }

    /** What nobody counts, as it can't deviate. */
    static Point uncounted(String text) {
        return of(text, 0);
    }

    /** As {@code Hash.of(seed, text())}. */
    long hash(long seed) {
        return ordinal == 0 ? Hash.of(seed, place.text) : Hash.ended(place.begunHash(seed), ordinal);
    }

    /** Its name, such as {@code create secret/tls#2}. */
    String text() {
        return ordinal == 0 ? place.text : place.text + "#" + ordinal;
    }

    @Override
    public String toString() {
        return text();
    }
}
