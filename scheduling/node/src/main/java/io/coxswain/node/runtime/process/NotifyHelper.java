package io.coxswain.node.runtime.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program that hears datagrams of {@code sd_notify} for this JVM, which has no datagram sockets of the Unix domain. Told {@code add ID PATH} and {@code del ID} on standard input, it answers
 * {@code ID +} when the socket is bound and then {@code ID LINE} for every line of every datagram. At the end of its input it removes the folder with all sockets, also those
 * that one before it left when it was killed.
 *
 * <p>Perl and Python are asked for, in this order: one of them is on nearly every machine. It ignores the terminal's signals, so that nothing but that end ends it.
 */
enum NotifyHelper {
    PERL("perl", "-e", """
            use strict; use Socket;
            $| = 1;
            $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM PIPE);
            my ($folder, $input, %socket, %path) = ($ARGV[0], '');
            while (1) {
              my $wanted = '';
              vec($wanted, 0, 1) = 1;
              vec($wanted, fileno($_), 1) = 1 for values %socket;
              next if select(my $ready = $wanted, undef, undef, undef) < 0;
              for my $id (keys %socket) {
                next unless vec($ready, fileno($socket{$id}), 1);
                next unless defined recv($socket{$id}, my $datagram, 65536, 0);
                print "$id $_\\n" for split /\\n/, $datagram;
              }
              next unless vec($ready, 0, 1);
              last unless sysread(STDIN, $input, 4096, length $input);
              while ($input =~ s/^(.*?)\\n//) {
                my ($verb, $id, $path) = split / /, $1, 3;
                if ($verb eq 'add') {
                  unlink $path;
                  my $new;
                  socket($new, PF_UNIX, SOCK_DGRAM, 0) && bind($new, pack_sockaddr_un($path)) or next;
                  ($socket{$id}, $path{$id}) = ($new, $path);
                  print "$id +\\n";
                } elsif ($socket{$id}) {
                  close delete $socket{$id};
                  unlink delete $path{$id};
                }
              }
            }
            opendir(my $left, $folder);
            unlink map { "$folder/$_" } grep { /\\.sock$/ } readdir $left;
            rmdir $folder;
            """),
    PYTHON("python3", "-c", """
            import os, select, signal, socket, sys
            for name in ('SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGPIPE'):
                signal.signal(getattr(signal, name), signal.SIG_IGN)
            folder, data, known = sys.argv[1], b'', {}
            def say(id, line):
                sys.stdout.buffer.write(id + b' ' + line + b'\\n')
                sys.stdout.buffer.flush()
            def forget(id):
                bound, path = known.pop(id)
                bound.close()
                os.unlink(path)
            while True:
                ready = select.select([0] + [bound for bound, path in known.values()], [], [])[0]
                for id, (bound, path) in list(known.items()):
                    if bound in ready:
                        for line in bound.recv(65536).splitlines():
                            say(id, line)
                if 0 not in ready:
                    continue
                more = os.read(0, 4096)
                if not more:
                    break
                *lines, data = (data + more).split(b'\\n')
                for line in lines:
                    verb, id, *path = line.split(b' ', 2)
                    if verb == b'add':
                        if os.path.exists(path[0]):
                            os.unlink(path[0])
                        bound = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                        bound.bind(path[0])
                        known[id] = bound, path[0]
                        say(id, b'+')
                    elif id in known:
                        forget(id)
            for left in os.listdir(folder):
                os.unlink(os.path.join(folder, left))
            os.rmdir(folder)
            """);

    private final String program;
    private final String option;
    private final String script;

    NotifyHelper(String program, String option, String script) {
        this.program = program;
        this.option = option;
        this.script = script;
    }

    /** The first that is on a search path. */
    static Optional<NotifyHelper> find(@Nullable String searchPath) {
        for (NotifyHelper helper : values()) {
            if (helper.isOn(searchPath)) {
                return Optional.of(helper);
            }
        }
        return Optional.empty();
    }

    boolean isOn(@Nullable String searchPath) {
        return Programs.find(program, searchPath).isPresent();
    }

    /** Starts it. */
    Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(program, option, script, folder.toString()));
        builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
        return builder.directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
