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
        long value = FNV_OFFSET ^ scrambled(seed);
        for (int i = 0; i < text.length(); i++) {
            value = (value ^ text.charAt(i)) * FNV_PRIME;
        }
        return scrambled(value);
    }

    /** The finishing step of SplitMix64. */
    static long scrambled(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
