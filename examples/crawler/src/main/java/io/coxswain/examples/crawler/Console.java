package io.coxswain.examples.crawler;

import java.util.List;

/** What the person sees: lines that stay, and below them, on a terminal, a few that change in place. Thread-safe. */
final class Console {
    private static final long PLAIN_EVERY_NANOS = 2_000_000_000L;

    private final boolean terminal;
    private final long started = System.nanoTime();
    private int shown;
    private long lastPlain = started - PLAIN_EVERY_NANOS;

    Console(boolean terminal) {
        this.terminal = terminal;
    }

    /** A console for standard output: a terminal if TERM is set and standard output and input both are one. */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22; later ones are asked by isTerminal
    static Console standard() {
        boolean interactive = System.console() != null && System.getenv("TERM") != null && isTerminal();
        return new Console(interactive);
    }

    /** From JDK 22 on there is a console also where there is no terminal, and a method that tells. */
    private static boolean isTerminal() {
        try {
            Object console = System.console();
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Says something that stays. */
    synchronized void say(String text) {
        clear();
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, text);
    }

    /** Shows how things are; on a terminal in place of what was shown before. */
    synchronized void show(List<String> lines) {
        if (terminal) {
            clear();
            lines.forEach(System.out::println);
            shown = lines.size();
        } else if (System.nanoTime() - lastPlain >= PLAIN_EVERY_NANOS) {
            lastPlain = System.nanoTime();
            say(String.join(" | ", lines));
        }
    }

    /** Leaves what is shown where it is. */
    synchronized void keep() {
        shown = 0;
    }

    private void clear() {
        if (shown > 0) {
            System.out.print("\u001b[" + shown + "A\u001b[J");
            shown = 0;
        }
    }
}
