package io.coxswain.node;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps a pod's stored status as the agent sees it: writes only what differs, one write at a time, and after a conflict on top of what others wrote. Owned by the steps of the pod.
 */
final class PodStatusWriter {
    private final AgentServices services;
    private final Executor serial;
    private final Logger log;
    private final Target target;
    private final Backoff retries = new Backoff();
    private boolean writing;
    private boolean planned;
    private boolean closed;

    /** The pod whose status is written. */
    interface Target {
        /** The newest object that is known. */
        Pod newest();

        /** The status that the object should have, given that it is this one. */
        PodStatus desired(Pod base);

        /** The stored object as just read or written. */
        void stored(Pod pod);

        /** The stored status is the desired one. */
        void settled();

        /** There is no such object any more. */
        void gone();
    }

    PodStatusWriter(AgentServices services, Executor serial, Target target) {
        this.services = services;
        this.serial = serial;
        log = services.environment().logger(PodStatusWriter.class.getName());
        this.target = target;
    }

    /** Something has changed; looked at when the present step is over, so that changes that belong together are one write. */
    void changed() {
        if (!planned && !writing && !closed) {
            planned = true;
            serial.execute(this::write);
        }
    }

    /** Nothing more is written. */
    void close() {
        closed = true;
    }

    private void write() {
        planned = false;
        if (writing || closed) {
            return;
        }
        Pod base = target.newest();
        PodStatus desired = target.desired(base);
        if (desired.equals(base.status())) {
            target.settled();
            return;
        }
        writing = true;
        services.client()
                .updateStatus(base.withStatus(desired))
                .whenComplete((written, failure) -> serial.execute(() -> written(base, written, failure)));
    }

    private void written(Pod base, @Nullable Pod written, @Nullable Throwable failure) {
        writing = false;
        if (written != null) {
            retries.reset();
            target.stored(written);
            write();
            return;
        }
        Throwable cause = Failures.cause(failure);
        if (cause instanceof NotFoundException) {
            target.gone();
        } else if (cause instanceof ConflictException) {
            readAgain(base);
        } else {
            log.atWarn().setCause(cause).addKeyValue("pod", base.key()).log("Status not written, trying again");
            services.environment().schedule(retries.next(), serial, this::write);
        }
    }

    private void readAgain(Pod base) {
        writing = true;
        services.client()
                .find(Pod.KIND, base.key())
                .thenApply(found -> found.filter(
                        pod -> pod.metadata().uid().equals(base.metadata().uid())))
                .whenComplete((found, failure) -> serial.execute(() -> {
                    writing = false;
                    if (failure != null) {
                        log.atWarn()
                                .setCause(failure)
                                .addKeyValue("pod", base.key())
                                .log("Pod not read, trying again");
                        services.environment().schedule(retries.next(), serial, this::write);
                    } else {
                        found.ifPresentOrElse(this::writeOn, target::gone);
                    }
                }));
    }

    private void writeOn(Pod found) {
        target.stored(found);
        write();
    }
}
