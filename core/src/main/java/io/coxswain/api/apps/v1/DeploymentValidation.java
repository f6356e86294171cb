package io.coxswain.api.apps.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import io.coxswain.value.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a Deployment; see {@code apps/validation/validation.go} in Kubernetes. */
final class DeploymentValidation {
    private static final int WHOLE_PERCENT = 100;

    private DeploymentValidation() {}

    static void validate(Deployment deployment, @Nullable Deployment old, FieldErrors errors) {
        DeploymentSpec spec = deployment.spec();
        if (old != null && old.spec() == spec) {
            return;
        }
        FieldErrors at = errors.at("spec");
        ReplicaValidation.replicas(spec.replicas(), spec.minReadySeconds(), at);
        ReplicaValidation.selector(spec.selector(), spec.template(), at);
        strategy(spec.strategy(), at);
        if (spec.revisionHistoryLimit() != null) {
            at.requireNotNegative("revisionHistoryLimit", spec.revisionHistoryLimit());
        }
        Integer deadline = spec.progressDeadlineSeconds();
        if (deadline != null) {
            at.requireNotNegative("progressDeadlineSeconds", deadline);
            if (deadline <= spec.minReadySeconds()) {
                at.at("progressDeadlineSeconds").invalid(deadline, "must be greater than minReadySeconds");
            }
        }
        if (old != null) {
            ReplicaValidation.sameSelector(spec.selector(), old.spec().selector(), at);
        }
    }

    private static void strategy(DeploymentStrategy strategy, FieldErrors spec) {
        RollingUpdateDeployment rolling = strategy.rollingUpdate();
        switch (strategy.type()) {
            case "Recreate" -> {
                if (rolling != null) {
                    spec.at("strategy")
                            .at("rollingUpdate")
                            .forbidden("may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" -> {
                if (rolling == null) {
                    spec.at("strategy").at("rollingUpdate").required("this should be defaulted and never be nil");
                } else {
                    rolling(rolling, spec);
                }
            }
            default -> spec.at("strategy").notSupported(strategy.type(), List.of("Recreate", "RollingUpdate"));
        }
    }

    private static void rolling(RollingUpdateDeployment rolling, FieldErrors spec) {
        IntOrString unavailable = orZero(rolling.maxUnavailable());
        IntOrString surge = orZero(rolling.maxSurge());
        boolean stuck = number(unavailable) == 0 && number(surge) == 0;
        String problem = problem(unavailable);
        String surgeProblem = problem(surge);
        boolean tooMuch = unavailable.text() != null && problem == null && number(unavailable) > WHOLE_PERCENT;
        if (!stuck && !tooMuch && problem == null && surgeProblem == null) {
            return;
        }
        FieldErrors errors = spec.at("strategy").at("rollingUpdate");
        if (problem != null) {
            errors.at("maxUnavailable").invalid(unavailable, problem);
        }
        if (surgeProblem != null) {
            errors.at("maxSurge").invalid(surge, surgeProblem);
        }
        if (stuck) {
            errors.at("maxUnavailable").invalid(unavailable, "may not be 0 when `maxSurge` is 0");
        }
        if (tooMuch) {
            errors.at("maxUnavailable").invalid(unavailable, "must not be greater than 100%");
        }
    }

    private static IntOrString orZero(@Nullable IntOrString value) {
        return value == null ? IntOrString.ZERO : value;
    }

    private static @Nullable String problem(IntOrString value) {
        String text = value.text();
        if (text != null) {
            return Names.percent(text);
        }
        return value.number() < 0 ? "must be greater than or equal to 0" : null;
    }

    /** The number, or that of percents; what can't be read counts as 0, as in Kubernetes. */
    private static int number(IntOrString value) {
        String text = value.text();
        if (text == null) {
            return value.number();
        }
        try {
            return Integer.parseInt(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
