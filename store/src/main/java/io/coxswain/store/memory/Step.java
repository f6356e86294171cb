package io.coxswain.store.memory;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something short for the baton's holder that nobody waits for. */
final class Step extends Submission {
    private static final Logger LOG = LoggerFactory.getLogger(Step.class);

    private final Consumer<Engine> action;

    Step(Consumer<Engine> action) {
        this.action = action;
    }

    @Override
    void run(Engine engine) {
        action.accept(engine);
    }

    @Override
    void complete() {}

    @Override
    void failed(Throwable fault) {
        LOG.atError().setCause(fault).log("a step of the memory store failed");
    }
}
