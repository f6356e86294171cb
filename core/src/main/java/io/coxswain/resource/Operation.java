package io.coxswain.resource;

/** One write of a transaction. */
public sealed interface Operation {

    /** The kind of the object that is written. */
    Kind<?> kind();

    /** The object that is written; its name may be empty for a create with {@code generateName}. */
    ResourceKey key();

    /** Creates an object; it must not exist. Its status is ignored if the kind has a status subresource. */
    record Create<R extends Resource<R>>(R object) implements Operation {
        @Override
        public Kind<R> kind() {
            return object.kind();
        }

        @Override
        public ResourceKey key() {
            return object.key();
        }
    }

    /** Replaces all but the status of an object. A {@code resourceVersion} or {@code uid} in the object is a precondition. */
    record Update<R extends Resource<R>>(R object) implements Operation {
        @Override
        public Kind<R> kind() {
            return object.kind();
        }

        @Override
        public ResourceKey key() {
            return object.key();
        }
    }

    /** Replaces the status of an object and nothing else. */
    record UpdateStatus<R extends Resource<R>>(R object) implements Operation {
        @Override
        public Kind<R> kind() {
            return object.kind();
        }

        @Override
        public ResourceKey key() {
            return object.key();
        }
    }

    /** Creates or changes an object so that the fields which the manager sets are as given and those it set before and no longer sets are gone. */
    record Apply<R extends Resource<R>>(R object, String manager, ApplyConflicts conflicts) implements Operation {
        @Override
        public Kind<R> kind() {
            return object.kind();
        }

        @Override
        public ResourceKey key() {
            return object.key();
        }
    }

    /** Deletes an object, or marks it as to be deleted when finalizers or a grace period hold it. */
    record Delete(Kind<?> kind, ResourceKey key, DeleteOptions options) implements Operation {}

    /**
     * Stores the object in place of the present one, past the kind's defaults, validation and update rules: for {@link SubresourceHandler}s, whose own checks stand in for them. The
     * server's rules for metadata hold as always.
     */
    record Replace<R extends Resource<R>>(R object) implements Operation {
        @Override
        public Kind<R> kind() {
            return object.kind();
        }

        @Override
        public ResourceKey key() {
            return object.key();
        }
    }
}
