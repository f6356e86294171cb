package io.coxswain.environment.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The baton comes back at the worst time: to a thread that has just passed it on, and not yet gone to sleep. */
class BatonTest {

    @Test
    void whoPassedItOnSleepsUntilItsTurn() {
        Returning returning = new Returning(Baton::new);
        returning.drive();
        assertEquals(2, returning.turn);
    }

    @Test
    void whoAsksAfterwardsWhetherItHasTheBatonRunsBesideTheOther() {
        Returning returning = new Returning(schedule -> new Baton(schedule) {
            @Override
            void waitFor(Waiter mine) {
                while (!mine.isResumed()) {
                    schedule.next().perform();
                    if (!isHeld()) {
                        park(mine);
                        return;
                    }
                }
            }
        });
        assertThrows(RunsBesideTheOther.class, returning::drive);
    }

    private static final class RunsBesideTheOther extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The test's thread passes the baton to a task, which passes it back. */
    private static final class Returning implements Baton.Schedule {
        private final Thread test = Thread.currentThread();
        private final CountDownLatch onItsWayBack = new CountDownLatch(1);
        private final Baton baton;
        private final Waiter mine;

        private @Nullable Waiter theirs;
        private int turn;
        private volatile boolean askedTooSoon;

        Returning(Function<Baton.Schedule, Baton> making) {
            baton = making.apply(this);
            mine = new Waiter(Context.ofTest(), baton, 0) {
                @Override
                void setResumed() {
                    onItsWayBack.countDown();
                    while (LockSupport.getBlocker(test) != baton && !askedTooSoon) {
                        Thread.onSpinWait();
                    }
                    super.setResumed();
                }
            };
        }

        void drive() {
            baton.take(null);
            CompletableFuture<Waiter> task = new CompletableFuture<>();
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
                Waiter waiter = new Waiter(Context.ofTest(), baton, 0) {
                    @Override
                    void perform() {
                        super.perform();
                        awaitItsWayBack();
                    }
                };
                task.complete(waiter);
                baton.park(waiter);
                next().perform();
            });
            theirs = task.join();
            try {
                baton.waitFor(mine);
            } finally {
                end.join();
                baton.release();
            }
        }

        private void awaitItsWayBack() {
            try {
                onItsWayBack.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public SimulatedAction next() {
            if (turn == 2) {
                askedTooSoon = true;
                throw new RunsBesideTheOther();
            }
            return turn++ == 0 ? theirs : mine;
        }

        @Override
        public boolean mayBegin(Waiter waiter) {
            return false;
        }
    }
}
