package io.coxswain.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * A place where Coxswain touches the world and may do what is banned elsewhere. This is the one list of them.
 *
 * @param place a class, with what is nested in it, or a package
 * @param bans what doesn't apply there
 * @param why the reason
 */
record Edge(String place, Set<Ban> bans, String why) {

    private static final Set<Ban> EVERYTHING = Set.of(Ban.values());

    static final List<Edge> ALL = List.of(
            new Edge(
                    "io.coxswain.network.EventLoops",
                    Set.of(Ban.THREADS),
                    "Netty's loops wait for sockets on threads of their own"),
            new Edge(
                    "io.coxswain.cluster.ShutdownHook",
                    Set.of(Ban.THREADS),
                    "the JVM takes nothing but a thread for what is to run at its end"),
            new Edge(
                    "io.coxswain.environment",
                    EVERYTHING,
                    "the real and the simulated environment are what others use"),
            new Edge(
                    "io.coxswain.store.memory.Sequencer",
                    Set.of(Ban.WAITING),
                    "spins for the instructions that another thread needs to link what it has offered"));

    boolean contains(JavaClass type) {
        String name = type.getName();
        return name.equals(place) || name.startsWith(place + "$") || name.startsWith(place + ".");
    }
}
