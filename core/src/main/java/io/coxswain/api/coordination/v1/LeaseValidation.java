package io.coxswain.api.coordination.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a lease; see {@code coordination/validation/validation.go} in Kubernetes. */
final class LeaseValidation {
    private LeaseValidation() {}

    static void validate(Lease lease, @Nullable Lease old, FieldErrors errors) {
        LeaseSpec spec = lease.spec();
        FieldErrors at = errors.at("spec");
        if (spec.leaseDurationSeconds() != null && spec.leaseDurationSeconds() <= 0) {
            at.at("leaseDurationSeconds").invalid(spec.leaseDurationSeconds(), "must be greater than 0");
        }
        if (spec.leaseTransitions() != null) {
            at.requireNotNegative("leaseTransitions", spec.leaseTransitions());
        }
        String strategy = spec.strategy();
        if (strategy != null && strategy.indexOf('/') >= 0) {
            at.at("strategy").requireName("strategy", strategy, Names::labelKey);
        } else if (strategy != null && !strategy.equals("OldestEmulationVersion")) {
            at.at("strategy").at("strategy").notSupported(strategy, List.of("OldestEmulationVersion"));
        }
        String preferred = spec.preferredHolder();
        if (preferred != null && !preferred.isEmpty() && (strategy == null || strategy.isEmpty())) {
            at.at("preferredHolder").forbidden("may only be specified if `strategy` is defined");
        }
    }
}
