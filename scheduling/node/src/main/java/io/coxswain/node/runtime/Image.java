package io.coxswain.node.runtime;

import java.util.List;

/**
 * What a container runs: a scheme that picks the runtime, what it means there, and the command and arguments that it brings.
 *
 * @param scheme such as {@code process} or {@code java}
 * @param name what follows the scheme: a folder, a main class, a path, a registered name; may be empty
 * @param command its own command, replaced by the container's
 * @param args its own arguments, replaced by the container's
 */
public record Image(String scheme, String name, List<String> command, List<String> args) {
    public Image {
        command = List.copyOf(command);
        args = List.copyOf(args);
        if (!scheme.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException(
                    "image scheme " + scheme + ": must be lower case letters and digits, such as process");
        }
    }

    /** An operating system process. */
    public static Image process(String command, String... args) {
        return new Image("process", "", List.of(command), List.of(args));
    }

    /** The main class of the application's own class or module path, with the application's own JVM. */
    public static Image java(String mainClass, String... args) {
        return new Image("java", mainClass, List.of(), List.of(args));
    }

    /** An executable jar, with the application's own JVM. */
    public static Image jar(String path, String... args) {
        return new Image("jar", path, List.of(), List.of(args));
    }

    /** A worker that the application has registered under this name, in this JVM. */
    public static Image jvm(String name, String... args) {
        return new Image("jvm", name, List.of(), List.of(args));
    }

    /** As it is written in a manifest, such as {@code java:com.example.Main}. */
    @Override
    public String toString() {
        return scheme + ":" + name;
    }
}
