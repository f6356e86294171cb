package io.coxswain.examples.crawler;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person sees: lines that stay, and below them, on a terminal, a few that change in place. No colours. Thread-safe.
 *
 * <p>The lines that change are written while the terminal cuts what is too long, so that each takes one row however narrow it is, and the next time the cursor goes up by as many.
 */
final class Console {
    private static final long PLAIN_EVERY_NANOS = 2_000_000_000L;
    private static final String CUT = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final Kind kind;
    private final long started = System.nanoTime();
    private int shown;
    private long lastPlain = started - PLAIN_EVERY_NANOS;
    private boolean closed;

    enum Kind {
        TERMINAL,
        PLAIN
    }

    Console(PrintStream out, Kind kind) {
        this.out = out;
        this.kind = kind;
    }

    /** A console for standard output. */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22; later ones are asked by isTerminal
    static Console standard() {
        boolean interactive = System.console() != null && movesCursor(System.getenv("TERM")) && isTerminal();
        return new Console(System.out, interactive ? Kind.TERMINAL : Kind.PLAIN);
    }

    private static boolean movesCursor(@Nullable String terminal) {
        return terminal != null && !terminal.isEmpty() && !terminal.equals("dumb");
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

    /** Says something that stays, with the time. Further lines of it stand below the first. */
    synchronized void say(String text) {
        line(String.format("%6.1f s  %s", (System.nanoTime() - started) / 1e9, text.replace("\n", "\n          ")));
    }

    /** Prints a line that stays. */
    synchronized void line(String text) {
        if (closed) {
            return;
        }
        out.println((shown > 0 ? up() + CLEAR_BELOW : "") + text);
        shown = 0;
    }

    /** Shows how things are; on a terminal in place of what was shown before, else now and then as one line. */
    synchronized void show(List<String> lines, String inShort) {
        if (closed) {
            return;
        }
        if (kind == Kind.TERMINAL) {
            StringBuilder text = new StringBuilder(up()).append(CUT);
            lines.forEach(line -> text.append(line).append(CLEAR_TO_END_OF_LINE).append('\n'));
            out.print(text.append(CLEAR_BELOW).append(WRAP));
            out.flush();
            shown = lines.size();
        } else if (System.nanoTime() - lastPlain >= PLAIN_EVERY_NANOS) {
            lastPlain = System.nanoTime();
            say(inShort);
        }
    }

    private String up() {
        return shown > 0 ? "\u001b[" + shown + "A\r" : "";
    }

    /** Leaves what is shown where it is. */
    synchronized void keep() {
        shown = 0;
    }

    /** Says a last thing; what comes after it isn't shown. */
    synchronized void close(String last) {
        say(last);
        closed = true;
    }
}
