package io.coxswain.node;

import io.coxswain.api.core.v1.Pod;
import io.coxswain.error.ConflictException;
import io.coxswain.error.NotFoundException;
import io.coxswain.resource.DeleteOptions;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Removes the object of a pod of which nothing runs any more; one call at a time, again after a failure. Owned by the steps of the pod. */
final class PodRemoval {
    private final AgentServices services;
    private final Executor serial;
    private final Logger log;
    private final Backoff retries = new Backoff();
    private boolean isUnderWay;

    PodRemoval(AgentServices services, Executor serial) {
        this.services = services;
        this.serial = serial;
        log = services.environment().logger(PodRemoval.class.getName());
    }

    /**
     * Removes the object, unless that is under way.
     *
     * @param gone runs if there is no such object any more
     * @param again runs when it is time for another attempt
     */
    void remove(Pod pod, Runnable gone, Runnable again) {
        if (isUnderWay) {
            return;
        }
        isUnderWay = true;
        DeleteOptions now = DeleteOptions.of(pod).withGracePeriod(Duration.ZERO);
        services.client()
                .delete(Pod.KIND, pod.key(), now)
                .whenComplete((result, failure) -> serial.execute(() -> removed(pod, failure, gone, again)));
    }

    private void removed(Pod pod, @Nullable Throwable failure, Runnable gone, Runnable again) {
        Throwable cause = Failures.cause(failure);
        if (cause instanceof NotFoundException || cause instanceof ConflictException) {
            gone.run();
        } else if (cause != null) {
            log.atWarn().setCause(cause).addKeyValue("pod", pod.key()).log("Pod not removed, trying again");
            services.environment().schedule(retries.next(), serial, () -> {
                isUnderWay = false;
                again.run();
            });
        }
    }
}
