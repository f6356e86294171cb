package io.coxswain.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A port of a Service and where it is served: where it should be, or else, or nowhere. Owned by the proxy's serial executor. */
final class ServedPort {
    private final ServicePortRef ref;
    private final List<Forward> forwards = new ArrayList<>();
    private @Nullable PortProblem problem;

    /**
     * @param forward {@code null}: it is served nowhere
     * @param problem why it isn't served where it should be
     */
    ServedPort(ServicePortRef ref, @Nullable Forward forward, @Nullable PortProblem problem) {
        this.ref = ref;
        this.problem = problem;
        if (forward != null) {
            forwards.add(forward);
        }
    }

    @Nullable
    PortProblem problem() {
        return problem;
    }

    /** The first is the one that is told. */
    List<Forward> forwards() {
        return List.copyOf(forwards);
    }

    /** The port on which it is served, 0 if it isn't. */
    int number() {
        return forwards.isEmpty() ? 0 : forwards.get(0).place().port();
    }

    /** It is served where it should be, at last. What was got instead goes on. */
    void regained(Forward forward) {
        forwards.add(0, forward);
        problem = null;
    }

    /** It is served there besides. */
    void also(Forward forward) {
        forwards.add(forward);
    }

    boolean isServedOn(int number) {
        return forwards.stream().anyMatch(forward -> forward.place().port() == number);
    }

    void affinity(@Nullable Duration timeout) {
        forwards.forEach(forward -> forward.affinity(timeout));
    }

    @Override
    public String toString() {
        return ref + " on " + number();
    }
}
