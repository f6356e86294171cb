package io.coxswain.benchmarks.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The least that can be done: starts processes in a loop, and says when all run or, if they are {@link Listener}s, listen. */
public final class RunProcesses {
    /** What it says then. */
    public static final String READY = "READY";

    private static final String ADDRESS = "127.0.0.1";
    private static final int PAUSE_MILLIS = 2;

    private RunProcesses() {}

    /** Arguments: {@code sleep} and how many, or {@code listen} and the ports. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        try {
            if (args[0].equals("sleep")) {
                sleep(Integer.parseInt(args[1]), processes);
            } else {
                listen(List.of(args).subList(1, args.length), processes);
            }
            System.out.println(READY);
            Input.awaitEnd();
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static void sleep(int count, List<Process> processes) throws IOException {
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder("sleep", "1000").start());
        }
    }

    private static void listen(List<String> ports, List<Process> processes) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        for (String port : ports) {
            processes.add(new ProcessBuilder(java, "-cp", classPath, Listener.class.getName(), ADDRESS, port).start());
        }
        for (String port : ports) {
            while (!listens(Integer.parseInt(port))) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
