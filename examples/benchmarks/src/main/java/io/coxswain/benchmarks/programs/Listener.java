package io.coxswain.benchmarks.programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A worker that listens and takes connections: on the address and port that its arguments say, or those of its pod. */
public final class Listener {
    private static final int BACKLOG = 50;

    private Listener() {}

    /** Arguments: address and port, or none. */
    public static void main(String[] args) throws IOException {
        String address = args.length > 0 ? args[0] : System.getenv("POD_IP");
        String port = args.length > 1 ? args[1] : System.getenv("PORT");
        try (ServerSocket server = new ServerSocket(Integer.parseInt(port), BACKLOG, InetAddress.getByName(address))) {
            while (true) {
                server.accept().close();
            }
        }
    }
}
