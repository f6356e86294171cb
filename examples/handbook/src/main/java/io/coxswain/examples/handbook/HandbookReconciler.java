package io.coxswain.examples.handbook;

import io.coxswain.api.core.v1.ConfigMap;
import io.coxswain.api.core.v1.Secret;
import io.coxswain.api.meta.v1.Condition;
import io.coxswain.controller.Conditions;
import io.coxswain.controller.Context;
import io.coxswain.controller.Controller;
import io.coxswain.controller.ControllerSpec;
import io.coxswain.controller.Outcome;
import io.coxswain.controller.Reconciler;
import io.coxswain.value.Bytes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the pages that are wanted, removes others, and waits for the licence. */
// region FIRST
final class HandbookReconciler implements Reconciler<Handbook> {
    static ControllerSpec<Handbook> controller() {
        return Controller.of(Handbook.KIND, HandbookReconciler::new)
                .owns(ConfigMap.KIND)
                .watches(
                        Secret.KIND,
                        (secret, caches) -> caches
                                .list(Handbook.BY_LICENCE, secret.key().toString())
                                .stream()
                                .map(Handbook::key)
                                .toList());
    }

    @Override
    public Outcome reconcile(Handbook book, Context<Handbook> context) {
        Optional<String> licence = context.find(Secret.KIND, book.licence())
                .map(secret -> secret.data().get("text"))
                .map(Bytes::utf8);
        if (licence.isEmpty()) {
            report(book, context, Condition.of("Ready", "False", "NoLicence", "no text in Secret " + book.licence()));
            return Outcome.done();
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (String page : book.spec().pages()) {
            String name = book.metadata().name() + "-" + page;
            wanted.add(name);
            context.apply(ConfigMap.of(name, Map.of("title", page, "licence", licence.get())));
        }
        for (ConfigMap page : context.owned(ConfigMap.KIND)) {
            if (!wanted.contains(page.metadata().name())) {
                context.delete(page);
            }
        }
        report(book, context, Condition.of("Ready", "True", "Written", ""));
        return Outcome.done();
    }

    private static void report(Handbook book, Context<Handbook> context, Condition ready) {
        List<Condition> conditions = Conditions.with(book.status().conditions(), ready, context.now());
        context.updateStatus(book.withStatus(new Handbook.Status(book.metadata().generation(), conditions)));
    }
}
// endregion
