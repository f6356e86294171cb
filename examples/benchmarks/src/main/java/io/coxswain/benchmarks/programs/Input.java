package io.coxswain.benchmarks.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What tells a program to end. */
final class Input {
    private Input() {}

    /** Returns when the standard input has ended. */
    static void awaitEnd() throws IOException {
        InputStream input = System.in;
        input.transferTo(OutputStream.nullOutputStream());
    }
}
