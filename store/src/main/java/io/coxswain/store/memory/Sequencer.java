package io.coxswain.store.memory;

import io.coxswain.environment.OutOfMemory;
import io.coxswain.error.RequestTimeoutException;
import io.coxswain.error.ServiceUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.atomic.MpscUnboundedAtomicArrayQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs submissions one after another by combining (Hendler, Incze, Shavit, Tzafrir: Flat combining, SPAA 2010): whoever
 * submits something and finds the baton free takes it and runs what is in the queue, of others too.
 *
 * <p>Any thread submits; no thread waits. The queue hands over, the baton excludes: its compare-and-set (taken) and
 * release (given back) order everything that holders do. A submission is offered before the baton is tried, and the
 * queue is looked at after the baton was given back, so none is left behind. The queue says it isn't empty while an offer
 * is under way whose element can't be seen yet; a holder then spins for the few instructions that the offer takes.
 *
 * <p>With a journal, what was committed isn't published at the end of the batch but handed over; whoever runs the journal's
 * answer publishes it, and completes its callers and those who saw its state.
 *
 * <p>Callers are completed and subscribers' steps queued after the baton was given back, so none of their code runs under
 * it. A thread that has run many submissions hands the rest over, so that none is kept for ever by the work of others.
 *
 * <p>Fields: {@code baton}, the only state, is free or taken; everything that the engine calls the baton holder's is guarded by it. A
 * submission takes effect when it is run, for readers when its batch is published. Submitting is lock-free but for a holder that is
 * suspended: then submissions wait in the queue and their threads go on; nobody spins for him.
 *
 * <p>{@code SequencerLincheckTest} checks that every submission is run, one at a time, and that twins fail which look at the queue
 * before they give the baton back, or take it without asking.
 */
final class Sequencer {
    /** One publication and one look into the waiting rooms for so many submissions; bounds the delay of the first. */
    static final int BATCH = 256;
    /** So many submissions may cost the thread that holds the baton. */
    private static final int BEFORE_HANDING_OVER = 4_096;

    private static final int QUEUE_CHUNK = 256;
    /** So many may wait while another thread holds the baton; who brings a transaction then is refused. */
    private static final int MAX_WAITING = 1 << 16;

    static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final MessagePassingQueue<Submission> queue = new MpscUnboundedAtomicArrayQueue<>(QUEUE_CHUNK);
    private final AtomicBoolean baton = new AtomicBoolean();
    private final Engine engine;
    private final Executor relief;
    /** What waits for the journal; {@code null} where commits are published at once. */
    private final @Nullable Unpublished unpublished;

    Sequencer(Engine engine, Executor relief, @Nullable CommitJournal journal) {
        this.engine = engine;
        this.relief = relief;
        this.unpublished = journal == null ? null : new Unpublished(engine, journal, this::submit);
    }

    /** Whether transactions come faster than they are carried out, so that no more should be submitted. */
    boolean isOverrun() {
        return baton.get() && queue.size() >= MAX_WAITING;
    }

    void submit(Submission submission) {
        queue.offer(submission);
        work();
    }

    private void work() {
        int handled = 0;
        while (!queue.isEmpty() && !baton.get() && baton.compareAndSet(false, true)) {
            Batch batch = new Batch();
            try {
                run(batch);
            } finally {
                baton.set(false);
            }
            batch.complete();
            if (batch.size == 0) {
                Thread.onSpinWait();
            }
            handled += batch.size;
            if (handled >= BEFORE_HANDING_OVER && !queue.isEmpty()) {
                relief.execute(this::work);
                return;
            }
        }
    }

    private void run(Batch batch) {
        while (batch.size < BATCH) {
            Submission submission = queue.relaxedPoll();
            if (submission == null) {
                break;
            }
            try {
                submission.run(engine);
            } catch (RuntimeException | Error fault) {
                OutOfMemory.noticeIn(fault);
                submission.failed(fault);
            }
            batch.size++;
            if (unpublished == null || !unpublished.keepsBack(submission)) {
                batch.add(submission);
            }
        }
        try {
            publish(batch);
        } catch (RuntimeException | Error fault) {
            LOG.atError()
                    .setCause(fault)
                    .log("a batch of the memory store could not be published; the store is closed");
            engine.close(new ServiceUnavailableException("The store failed and is closed", fault));
            batch.failed(fault);
        }
        batch.woken = engine.takeWoken();
    }

    private void publish(Batch batch) {
        if (unpublished == null) {
            engine.publish(engine.newestRevision());
        } else {
            unpublished.handOver();
            unpublished.takeAnswered().forEach(batch::add);
        }
        engine.compaction.run();
    }

    /** What is left to do after the baton was given back. */
    private static final class Batch {
        private @Nullable Submission first;
        private @Nullable Submission last;
        /** How many submissions were run, whoever is to be completed. */
        private int size;

        private List<Idler> woken = new ArrayList<>(0);

        void add(Submission submission) {
            if (last == null) {
                first = submission;
            } else {
                last.next = submission;
            }
            last = submission;
        }

        /** Whether it was done isn't known of any of them. */
        void failed(Throwable fault) {
            for (Submission each = first; each != null; each = each.next) {
                each.failed(new RequestTimeoutException("The store failed before it could answer", fault));
            }
        }

        void complete() {
            for (Idler idler : woken) {
                idler.queueStep();
            }
            for (Submission each = first; each != null; each = each.next) {
                each.complete();
            }
        }
    }
}
