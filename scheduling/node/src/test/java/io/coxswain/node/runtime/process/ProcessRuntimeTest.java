package io.coxswain.node.runtime.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.environment.Environment;
import io.coxswain.node.runtime.ExecResult;
import io.coxswain.node.runtime.Image;
import io.coxswain.node.runtime.Readiness;
import io.coxswain.node.runtime.StopSignal;
import io.coxswain.node.runtime.Worker;
import io.coxswain.node.runtime.WorkerExit;
import io.coxswain.node.runtime.WorkerListener;
import io.coxswain.node.runtime.WorkerSpec;
import io.coxswain.node.runtime.WorkerStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRuntimeTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Environment ENVIRONMENT = Environment.system();

    @TempDir
    Path folder;

    private ProcessRuntime runtime;

    @BeforeEach
    void open() {
        Assumptions.assumeTrue(
                Programs.find("setsid", System.getenv("PATH")).isPresent(), "needs setsid (util-linux) on the PATH");
        runtime = ProcessRuntime.create(ENVIRONMENT, folder.resolve("state"), new LogLimits(1_000, 3));
    }

    @AfterEach
    void close() {
        if (runtime != null) {
            await(runtime.close());
        }
    }

    @Test
    void exitCodeAndOutputAreKept() {
        Worker worker = start(Specs.shell(folder, "echo out; echo err >&2; exit 3"));
        assertEquals(WorkerExit.ofCode(3).withMessage("out; err"), await(worker.exit()));
        assertEquals(List.of("out", "err"), await(worker.log().tail(10)));
        assertEquals(List.of("err"), await(worker.log().tail(1)));
    }

    @Test
    void signalEndsWithItsNumber() {
        Worker worker = start(Specs.command(folder, "sleep", "60"));
        worker.signal(StopSignal.TERM);
        WorkerExit exit = await(worker.exit());
        assertEquals(143, exit.code());
        assertEquals(15, exit.signal());
    }

    @Test
    void killReachesGrandchildrenThatIgnoreTerm() {
        Worker worker = start(Specs.shell(folder, STUBBORN_FAMILY));
        List<ProcessHandle> family = processes(worker, 3);
        worker.signal(StopSignal.TERM);
        worker.signal(StopSignal.KILL);
        assertEquals(137, await(worker.exit()).code());
        family.forEach(this::awaitEnd);
    }

    @Test
    void whatAWorkerLeavesBehindEndsWithIt() {
        Worker worker = start(Specs.shell(folder, "trap '' TERM; sleep 60 & echo $!; echo last"));
        assertEquals(0, await(worker.exit()).code());
        List<String> lines = await(worker.log().tail(10));
        ProcessHandle.of(Long.parseLong(lines.get(0))).ifPresent(this::awaitEnd);
    }

    @Test
    void killedGuardianIsReplacedAndKnowsAll() {
        Worker before = start(Specs.command(folder, "sleep", "60"));
        ProcessHandle guardian = guardian();
        guardian.destroyForcibly();
        awaitEnd(guardian);
        Worker after = start(Specs.command(folder, "sleep", "60"));
        before.signal(StopSignal.TERM);
        after.signal(StopSignal.TERM);
        assertEquals(143, await(before.exit()).code());
        assertEquals(143, await(after.exit()).code());
    }

    @Test
    void workersGetTheirVariablesAndFewInherited() {
        WorkerSpec spec = Specs.of(
                folder, Image.process("env"), List.of(), List.of(), Map.of("PORT", "8080", "shop.name", "a b"));
        Worker worker = start(spec);
        await(worker.exit());
        List<String> lines = await(worker.log().tail(100));
        assertTrue(lines.contains("PORT=8080"), lines::toString);
        assertTrue(lines.contains("shop.name=a b"), lines::toString);
        assertTrue(lines.contains("PATH=" + System.getenv("PATH")), lines::toString);
        List<String> names =
                lines.stream().map(line -> line.substring(0, line.indexOf('='))).toList();
        for (String name : names) {
            assertTrue(
                    name.startsWith("LC_")
                            || List.of("PORT", "shop.name", "PATH", "HOME", "LANG", "TZ", "TMPDIR", "JAVA_HOME", "PWD")
                                    .contains(name),
                    name);
        }
    }

    @Test
    void fileImageRunsInItsFolder() throws Exception {
        Path sub = Files.createDirectories(folder.resolve("app/data"));
        WorkerSpec spec = new WorkerSpec(
                Specs.sandbox(folder),
                "web",
                new Image("file", "app", List.of(), List.of()),
                List.of("pwd"),
                List.of(),
                "data",
                Map.of(),
                0,
                Readiness.READY);
        Worker worker = start(spec);
        await(worker.exit());
        assertEquals(List.of(sub.toRealPath().toString()), await(worker.log().tail(1)));
    }

    @Test
    void javaImageRunsAClassOfTheApplication() {
        WorkerSpec spec = Specs.of(
                folder,
                Image.java(Greeter.class.getName()),
                List.of(),
                List.of("world"),
                Map.of("JAVA_OPTS", " -Dgreeting=Hi  -Xshare:auto "));
        Worker worker = start(spec);
        assertEquals(0, await(worker.exit()).code());
        assertEquals(List.of("Hi world"), await(worker.log().tail(5)));
    }

    /** What {@link #javaImageRunsAClassOfTheApplication} runs. */
    static final class Greeter {
        public static void main(String[] args) {
            System.out.println(System.getProperty("greeting") + " " + args[0]);
        }
    }

    @Test
    void missingCommandSaysWhatToDo() {
        assertStartFails(
                "container web of pod shop/web-1: no such command 'jave' on the PATH",
                127,
                Specs.command(folder, "jave", "-version"));
        assertStartFails("no such command './run.sh'", 127, Specs.command(folder, "./run.sh"));
        assertStartFails("needs a command", 128, Specs.command(folder));
    }

    @Test
    void fileWithoutPermissionSaysWhatToDo() throws Exception {
        Path script = Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
        assertStartFails("chmod +x " + script, 126, Specs.command(folder, "./run.sh"));
    }

    @Test
    void missingClassJarAndFolderSayWhatToDo() {
        assertStartFails(
                "no class 'com.example.Nothing'",
                127,
                Specs.of(folder, Image.java("com.example.Nothing"), List.of(), List.of(), Map.of()));
        assertStartFails(
                "no such file " + folder.resolve("app.jar"),
                127,
                Specs.of(folder, Image.jar("app.jar"), List.of(), List.of(), Map.of()));
        assertStartFails(
                "no such working folder " + folder.resolve("nowhere"),
                127,
                Specs.of(
                        folder,
                        new Image("file", "nowhere", List.of(), List.of()),
                        List.of("ls"),
                        List.of(),
                        Map.of()));
        assertStartFails(
                "options of the JVM into the variable JAVA_OPTS",
                128,
                Specs.of(folder, Image.java(Greeter.class.getName()), List.of("-Xmx1g"), List.of(), Map.of()));
    }

    private void assertStartFails(String message, int exitCode, WorkerSpec spec) {
        CompletionStage<Worker> started = runtime.start(spec, WorkerListener.NONE);
        WorkerStartException failure = assertThrows(
                WorkerStartException.class,
                () -> await(started.exceptionallyCompose(
                        e -> CompletableFuture.failedFuture(e.getCause() == null ? e : e.getCause()))));
        assertTrue(failure.getMessage().contains(message), failure::getMessage);
        assertEquals(exitCode, failure.exitCode());
    }

    @Test
    void commandsRunBesideTheWorker() {
        WorkerSpec spec = Specs.of(folder, Image.process("sleep", "60"), List.of(), List.of(), Map.of("WORD", "here"));
        Worker worker = start(spec);
        assertEquals(
                ExecResult.exited(4, "here\n"), await(worker.exec(List.of("sh", "-c", "echo $WORD; exit 4"), LIMIT)));
        ExecResult slow = await(worker.exec(List.of("sh", "-c", "echo slow; sleep 60"), Duration.ofMillis(200)));
        assertEquals(ExecResult.Ending.TIMED_OUT, slow.ending());
        assertFalse(slow.succeeded());
    }

    @Test
    void largeLogIsRotatedAndReadAsOne() {
        Worker worker = start(Specs.shell(folder, "i=0; while [ $i -lt 200 ]; do echo line-$i; i=$((i+1)); done"));
        await(worker.exit());
        LogFile log = (LogFile) worker.log();
        log.rotateIfLarge();
        assertTrue(Files.exists(log.numbered(1)));
        assertEquals(0, log.numbered(0).toFile().length());
        List<String> lines = await(log.tail(3));
        assertEquals(List.of("line-197", "line-198", "line-199"), lines);
    }

    @Test
    void followerSeesEveryLineInOrder() {
        List<String> seen = new ArrayList<>();
        CompletableFuture<Void> last = new CompletableFuture<>();
        Worker worker = start(Specs.shell(folder, "echo one; echo two; printf three"));
        worker.log().follow(ENVIRONMENT.serial("test"), line -> {
            seen.add(line);
            if (line.equals("three")) {
                last.complete(null);
            }
        });
        await(last);
        assertEquals(List.of("one", "two", "three"), seen);
    }

    @Test
    void closeKillsWhatRunsAndRemovesTemporaryFiles() {
        ProcessRuntime temporary = ProcessRuntime.create(ENVIRONMENT);
        Worker worker = await(temporary.start(Specs.shell(folder, STUBBORN_FAMILY), WorkerListener.NONE));
        List<ProcessHandle> family = processes(worker, 3);
        await(temporary.close());
        assertEquals(137, await(worker.exit()).code());
        family.forEach(this::awaitEnd);
        assertEquals(List.of(), await(temporary.running()));
    }

    @Test
    void killedJvmLeavesNoProcessAndNoFile() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        WorkerSpec spec = Specs.of(
                folder,
                Image.java(JvmToBeKilled.class.getName()),
                List.of(),
                List.of(),
                Map.of("JAVA_OPTS", "-Djava.io.tmpdir=" + temporary));
        Worker jvm = start(spec);
        List<ProcessHandle> family = processes(jvm, 4);
        assertEquals(1, stateFolders(temporary));
        jvm.signal(StopSignal.KILL);
        assertEquals(137, await(jvm.exit()).code());
        family.forEach(this::awaitEnd);
        assertEquals(0, stateFolders(temporary));
    }

    private static long stateFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("coxswain-node-"))
                    .count();
        }
    }

    /** Ignores TERM in three generations and prints their numbers. */
    static final String STUBBORN_FAMILY =
            "trap '' TERM; sh -c 'sh -c \"echo \\$\\$; sleep 60; :\" & echo $$; wait; :' & echo $$; wait; :";

    static ProcessHandle guardian() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains("guardian"))
                        .orElse(false))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a worker has printed that many process numbers. */
    static List<ProcessHandle> processes(Worker worker, int count) {
        List<ProcessHandle> found = new ArrayList<>();
        CompletableFuture<Void> complete = new CompletableFuture<>();
        worker.log().follow(ENVIRONMENT.serial("test"), line -> {
            ProcessHandle.of(Long.parseLong(line)).ifPresent(found::add);
            if (found.size() == count) {
                complete.complete(null);
            }
        });
        await(complete);
        return found;
    }

    private void awaitEnd(ProcessHandle process) {
        await(process.onExit());
        assertFalse(process.isAlive());
    }

    private Worker start(WorkerSpec spec) {
        return await(runtime.start(spec, WorkerListener.NONE));
    }

    static <T> T await(CompletionStage<T> stage) {
        return ENVIRONMENT.await(stage, LIMIT);
    }
}
