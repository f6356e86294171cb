package io.coxswain.store.memory;

import io.coxswain.conformance.Interleavings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Going idle against commits, rounds and nudges: whatever the order, an idler sees every commit that concerns it, once. Run by
 * {@code mvn -pl store -am test -Dtest=IdlerLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class IdlerLincheckTest {

    @Test
    void noCommitIsMissedWhereFewWait() {
        Interleavings.allAreRight(Few.class, "commit commit | step step | nudge", "commit commitElsewhere | step step");
    }

    @Test
    void noCommitIsMissedWhereManyWait() {
        Interleavings.allAreRight(
                Many.class, "step commit : commit | step round | nudge", "commit commit | step round");
    }

    @Test
    void whoLooksForNewsBeforeEnteringMissesSome() {
        Interleavings.oneIsWrong(LooksBeforeEntering.class, "commit | step");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "coxswain.effort",
            matches = "ci|long",
            disabledReason = "takes thousands of schedules")
    void whoIsSentToTheWakersPositionWhileArmingMissesSome() {
        Interleavings.oneIsWrong(WakesArmingAtCommit.class, "commit commit | step");
    }

    @Test
    void whoIsNudgedPastRoundMissesSome() {
        Interleavings.oneIsWrong(NudgesPastRound.class, "step commit : nudge | round");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "coxswain.effort",
            matches = "ci|long",
            disabledReason = "takes thousands of schedules")
    void roundThatResetsBeforeItIsAnnouncedLosesItsPosition() {
        Interleavings.oneIsWrong(ResetsFirst.class, "step commit : round | nudge");
    }

    /** The committer wakes. */
    public static class Few extends Watched {
        public Few() {
            super(1, new WaitingRoom());
        }
    }

    /** A round wakes. */
    public static class Many extends Watched {
        public Many() {
            super(WaitingRoom.FEW + 1, new WaitingRoom());
        }
    }

    public static class LooksBeforeEntering extends Watched {
        public LooksBeforeEntering() {
            super(1, new WaitingRoom());
        }

        @Override
        Idler idler() {
            return new Reader() {
                private boolean news;

                @Override
                void rest(long position) {
                    news = super.hasNews(position);
                    super.rest(position);
                }

                @Override
                boolean hasNews(long position) {
                    return news;
                }
            };
        }
    }

    public static class WakesArmingAtCommit extends Watched {
        public WakesArmingAtCommit() {
            super(1, new WaitingRoom());
        }

        @Override
        Idler idler() {
            return new Reader() {
                @Override
                @Nullable
                Woken wokenFrom(@Nullable Object now, long idlePosition) {
                    return super.wokenFrom(now, idlePosition) == null ? null : new Woken(idlePosition);
                }
            };
        }
    }

    public static class NudgesPastRound extends Watched {
        public NudgesPastRound() {
            super(WaitingRoom.FEW + 1, new WaitingRoom());
        }

        @Override
        Idler idler() {
            return new Reader() {
                @Override
                long firstUnseen() {
                    return dispatched() + 1;
                }
            };
        }
    }

    public static class ResetsFirst extends Watched {
        public ResetsFirst() {
            super(WaitingRoom.FEW + 1, new WaitingRoom() {
                @Override
                void announceRound(long revision) {
                    reset();
                    super.announceRound(revision);
                }
            });
        }
    }

    /** One idler; the test's threads are committer, round and executor. */
    public abstract static class Watched implements WaitingRoom.WakeUps {
        private static final int MOST_COMMITS = 16;

        private final AtomicInteger roundsDue = new AtomicInteger();
        private volatile @Nullable Runnable roundToRun;
        private final AtomicInteger queued = new AtomicInteger(1);
        private final boolean[] concerns = new boolean[MOST_COMMITS];
        private final boolean[] seen = new boolean[MOST_COMMITS];
        private final List<Idler> woken = new ArrayList<>();
        private final WaitingRoom room;
        private final Idler idler;

        private volatile long head;
        private volatile long dispatched;
        private volatile boolean requested;
        private volatile @Nullable String violation;

        Watched(int users, WaitingRoom room) {
            this.room = room;
            for (int i = 0; i < users; i++) {
                room.enter();
            }
            idler = idler();
            idler.livesIn(room);
        }

        Idler idler() {
            return new Reader();
        }

        @Operation(nonParallelGroup = "baton")
        public void commit() {
            long revision = head + 1;
            concerns[(int) revision] = true;
            head = revision;
            room.wake(revision, this);
            dispatched = revision;
            woken.forEach(Idler::queueStep);
            woken.clear();
        }

        @Operation(nonParallelGroup = "baton")
        public void commitElsewhere() {
            long revision = head + 1;
            head = revision;
            dispatched = revision;
        }

        @Operation(nonParallelGroup = "executor")
        public void step() {
            if (queued.get() > 0) {
                queued.decrementAndGet();
                ((Reader) idler).step();
            }
        }

        @Operation(nonParallelGroup = "rounds")
        public void round() {
            runRound();
        }

        private boolean runRound() {
            Runnable due = roundToRun;
            if (due == null || roundsDue.get() == 0) {
                return false;
            }
            roundsDue.decrementAndGet();
            due.run();
            return true;
        }

        @Operation
        public void nudge() {
            requested = true;
            idler.nudge();
        }

        @Validate
        public void everythingWasSeen() {
            while (runRound() || queued.get() > 0) {
                step();
            }
            String wrong = violation;
            for (int i = 1; i <= head; i++) {
                if (concerns[i] && !seen[i]) {
                    wrong = "commit " + i + " was missed";
                }
            }
            if (requested) {
                wrong = "a request was missed";
            }
            if (wrong != null) {
                Interleavings.violated(wrong);
            }
        }

        @Override
        public void runLater(Idler idlerToRun) {
            woken.add(idlerToRun);
        }

        @Override
        public Executor rounds() {
            return round -> {
                roundToRun = round;
                roundsDue.incrementAndGet();
            };
        }

        /** A subscriber without log and listener. */
        class Reader extends Idler {
            private long cursor = 1;

            void step() {
                cursor = begin(cursor);
                requested = false;
                long last = head;
                while (cursor <= last) {
                    if (seen[(int) cursor]) {
                        violation = "commit " + cursor + " was seen twice";
                    }
                    seen[(int) cursor] = true;
                    cursor++;
                }
                rest(cursor);
            }

            @Override
            boolean hasNews(long position) {
                return head >= position || requested;
            }

            @Override
            long dispatched() {
                return dispatched;
            }

            @Override
            void queueStep() {
                if (queued.incrementAndGet() > 1) {
                    violation = "two steps at once";
                }
            }
        }
    }
}
