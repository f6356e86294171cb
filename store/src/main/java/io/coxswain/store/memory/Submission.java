package io.coxswain.store.memory;

import org.jspecify.annotations.Nullable;

/** Something that the baton's holder does on behalf of whoever submitted it. */
abstract class Submission {
    /** The next one of those to be completed; the baton holder's. */
    @Nullable
    Submission next;

    /** Does it, under the baton: short, and without calling code of users. */
    abstract void run(Engine engine);

    /** Tells the submitter, after the baton was given back and what was done is visible. */
    abstract void complete();

    /** Could not be done because of a fault in this engine or in a record's constructor; is completed besides. */
    abstract void failed(Throwable fault);
}
