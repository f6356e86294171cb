package io.coxswain.node.runtime.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell that outlives this JVM by a moment: it is told the process groups of the workers and kills all of them when its standard input ends. It sits in a session of its own and ignores the
 * terminal's signals, so that nothing but that end ends it. It alone signals groups, and only those that it knows, so a number that the system has given away again is never hit.
 *
 * <p>If somebody kills it, the next command starts another, which is told all groups again. Calls are serialised by this object's lock; each writes one line to a pipe.
 */
final class Guardian {
    private static final Logger LOG = LoggerFactory.getLogger(Guardian.class);

    /** Argument 1, where given, is a folder to remove at the end. */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM PIPE
            known=' '
            while read -r verb group signal; do
              case $verb in
                add) known="$known$group " ;;
                del) case $known in *" $group "*) known="${known%% $group *} ${known#* $group }" ;; esac ;;
                kill) case $known in *" $group "*) kill -s "$signal" -- "-$group" ;; esac ;;
              esac
            done
            for group in $known; do kill -s KILL -- "-$group"; done
            [ -z "$1" ] || rm -rf -- "$1"
            """;

    private final Path setsid;
    private final String folderToRemove;
    private final Set<Long> groups = new LinkedHashSet<>();
    private @Nullable Process shell;
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param folderToRemove removed after the end of this JVM, or the empty text
     */
    Guardian(Path setsid, String folderToRemove) {
        this.setsid = setsid;
        this.folderToRemove = folderToRemove;
    }

    /** From now on the group dies with this JVM. */
    synchronized void add(long group) throws IOException {
        if (closed) {
            throw new IOException("the process runtime is closed");
        }
        Process current = running();
        groups.add(group);
        tell(current, "add " + group);
    }

    /** The group's leader is gone: kills what is left of the group and forgets it. */
    synchronized void bury(long group) {
        if (groups.remove(group)) {
            tryTell("kill " + group + " KILL\ndel " + group);
        }
    }

    /** Signals a group that was added and not yet buried. */
    synchronized void kill(long group, String signal) {
        if (groups.contains(group)) {
            tryTell("kill " + group + " " + signal);
        }
    }

    /** Ends the guardian, which kills every group that it still knows. */
    synchronized void close() {
        closed = true;
        groups.clear();
        Process last = shell;
        if (last != null) {
            closeQuietly(last.getOutputStream());
        }
    }

    private void tryTell(String line) {
        try {
            tell(running(), line);
        } catch (IOException e) {
            LOG.atError().setCause(e).addKeyValue("command", line).log("Guardian can't be told");
        }
    }

    private static void tell(Process guardian, String line) throws IOException {
        OutputStream in = guardian.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        in.flush();
    }

    private Process running() throws IOException {
        Process current = shell;
        if (current != null && current.isAlive()) {
            return current;
        }
        if (current != null) {
            LOG.atWarn().addKeyValue("exit", current.exitValue()).log("Guardian was killed, starting another");
        }
        Process fresh = start();
        shell = fresh;
        for (long group : groups) {
            tell(fresh, "add " + group);
        }
        return fresh;
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(setsid.toString(), "/bin/sh", "-c", SCRIPT, "guardian", folderToRemove));
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        return builder.directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("Guardian's input was closed already");
        }
    }
}
