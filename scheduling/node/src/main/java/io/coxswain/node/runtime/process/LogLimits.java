package io.coxswain.node.runtime.process;

/**
 * How much of a worker's output is kept. The defaults are those of the kubelet ({@code containerLogMaxSize}, {@code containerLogMaxFiles}).
 *
 * @param bytes a file that has grown to this size is rotated
 * @param files how many are kept, with the one that is written
 */
public record LogLimits(long bytes, int files) {
    public static final LogLimits DEFAULT = new LogLimits(10L << 20, 5);

    /** @throws IllegalArgumentException if one of them is below 1 */
    public LogLimits {
        if (bytes < 1 || files < 1) {
            throw new IllegalArgumentException(
                    "log limits: " + bytes + " bytes in " + files + " files: both must be at least 1");
        }
    }
}
