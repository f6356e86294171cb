package io.coxswain.cluster;

import io.coxswain.api.Kinds;
import io.coxswain.client.Client;
import io.coxswain.client.Committed;
import io.coxswain.client.Transaction;
import io.coxswain.error.InvalidException;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes objects as a user gives them, in one transaction, as field manager {@code cluster}. */
record Applying(Client client, Kinds kinds, String namespace) {
    private static final String MANAGER = "cluster";

    Applied manifest(Path file, Predicate<? super Resource<?>> wanted) {
        ManifestFile read = ManifestFile.read(file, kinds);
        Path parent = file.toAbsolutePath().getParent();
        Path folder = parent == null ? file.toAbsolutePath() : parent;
        List<Resource<?>> objects = new ArrayList<>();
        for (Resource<?> object : read.objects()) {
            if (wanted.test(object)) {
                objects.add(Folders.noted(object, folder));
            }
        }
        try {
            return objects(objects);
        } catch (InvalidException e) {
            throw read.located(e);
        }
    }

    Applied objects(List<? extends Resource<?>> objects) {
        Transaction transaction = client.transaction();
        for (Resource<?> object : objects) {
            add(object, transaction);
        }
        Committed committed = transaction.commit();
        List<Applied.Entry> entries = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            Committed.Result result = committed.results().get(i);
            Resource<?> object = result.object() == null ? objects.get(i) : result.object();
            entries.add(new Applied.Entry(object.ref(), result.effect()));
        }
        return new Applied(committed.revision(), entries);
    }

    @SuppressWarnings("unchecked") // a resource is one of its own kind
    private <R extends Resource<R>> void add(Resource<?> object, Transaction transaction) {
        R given = (R) object;
        Kind<R> kind = given.kind();
        boolean placed = !kind.isNamespaced() || !given.metadata().namespace().isEmpty();
        transaction.apply(
                placed ? given : kind.withMetadata(given, given.metadata().withNamespace(namespace)), MANAGER);
    }
}
