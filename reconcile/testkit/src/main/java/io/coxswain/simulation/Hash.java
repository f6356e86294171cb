package io.coxswain.simulation;

/** Numbers that are the same in every JVM. */
final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(String text) {
        return of(0, text);
    }

    /** FNV-1a over the text's UTF-16 units, scrambled. */
    static long of(long seed, String text) {
        return scrambled(begun(seed, text));
    }

    /** That of a text of which more is to come. */
    static long begun(long seed, String text) {
        long value = FNV_OFFSET ^ scrambled(seed);
        for (int i = 0; i < text.length(); i++) {
            value = with(value, text.charAt(i));
        }
        return value;
    }

    /** That of the text, {@code #} and a number that isn't negative. */
    static long ended(long begun, int number) {
        long value = with(begun, '#');
        int place = 1;
        while (number / place > 9) {
            place *= 10;
        }
        for (; place > 0; place /= 10) {
            value = with(value, (char) ('0' + number / place % 10));
        }
        return scrambled(value);
    }

    private static long with(long value, char next) {
        return (value ^ next) * FNV_PRIME;
    }

    /** The finishing step of SplitMix64. */
    static long scrambled(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
