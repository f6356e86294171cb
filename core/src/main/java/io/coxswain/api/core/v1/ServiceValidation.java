package io.coxswain.api.core.v1;

import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.Addresses;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a Service; see {@code ValidateService} in Kubernetes. */
final class ServiceValidation {
    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    private static final List<String> POLICIES = List.of("Cluster", "Local");
    private static final List<String> AFFINITIES = List.of("ClientIP", "None");
    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final String SOURCE_RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final int LONGEST_AFFINITY_SECONDS = 86_400;
    private static final String ONLY_BALANCED = "may only be used when `type` is 'LoadBalancer'";

    private ServiceValidation() {}

    static void validate(Service service, @Nullable Service old, FieldErrors errors) {
        ServiceSpec spec = service.spec();
        FieldErrors at = errors.at("spec");
        if (old != null) {
            ServiceAddressValidation.update(spec, old.spec(), at);
            update(spec, old.spec(), at);
        }
        topology(service.metadata().annotations(), errors);
        boolean external = spec.type().equals("ExternalName");
        if (spec.ports().isEmpty() && !isHeadless(spec) && !external) {
            at.at("ports").required("");
        }
        if (external) {
            externalName(spec, at);
        } else {
            ServiceAddressValidation.validate(spec, at);
        }
        ServicePortValidation.validate(spec, at);
        SelectorRules.labels(spec.selector(), "selector", at);
        affinity(spec, at);
        for (int i = 0; i < spec.externalIPs().size(); i++) {
            at.at("externalIPs", i).name(spec.externalIPs().get(i), Addresses::ordinary);
        }
        at.requireOneOf("type", spec.type(), TYPES);
        balancer(service, errors, at);
        policies(spec, at);
    }

    static boolean isHeadless(ServiceSpec spec) {
        return spec.clusterIPs().size() == 1 && spec.clusterIPs().get(0).equals("None");
    }

    private static boolean isBalanced(ServiceSpec spec) {
        return spec.type().equals("LoadBalancer");
    }

    private static void update(ServiceSpec now, ServiceSpec old, FieldErrors errors) {
        boolean sameClass = Objects.equals(now.loadBalancerClass(), old.loadBalancerClass());
        if (isBalanced(now) && isBalanced(old) && !sameClass) {
            errors.at("loadBalancerClass").invalid(now.loadBalancerClass(), "may not change once set");
        }
        if (needsHealthCheck(now) && needsHealthCheck(old) && now.healthCheckNodePort() != old.healthCheckNodePort()) {
            errors.at("healthCheckNodePort").forbidden("field is immutable");
        }
    }

    private static boolean needsHealthCheck(ServiceSpec spec) {
        return isBalanced(spec) && spec.externalTrafficPolicy().equals("Local");
    }

    private static void topology(Map<String, String> annotations, FieldErrors errors) {
        String mode = annotations.get(MODE);
        String hints = annotations.get(HINTS);
        if (mode != null && hints != null && !mode.equals(hints)) {
            errors.at("metadata")
                    .at("annotations", MODE)
                    .invalid(mode, "must match annotations[" + HINTS + "] when both are specified");
        }
    }

    private static void externalName(ServiceSpec spec, FieldErrors errors) {
        String reason = "may not be set for ExternalName services";
        if (!spec.clusterIPs().isEmpty()) {
            errors.at("clusterIPs").forbidden(reason);
        }
        if (!spec.ipFamilies().isEmpty()) {
            errors.at("ipFamilies").forbidden(reason);
        }
        if (spec.ipFamilyPolicy() != null) {
            errors.at("ipFamilyPolicy").forbidden(reason);
        }
        String name = spec.externalName();
        String relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (relative.isEmpty()) {
            errors.at("externalName").required("");
        } else {
            errors.requireName("externalName", relative, Names::dns1123Subdomain);
        }
    }

    private static void affinity(ServiceSpec spec, FieldErrors errors) {
        errors.requireOneOf("sessionAffinity", spec.sessionAffinity(), AFFINITIES);
        SessionAffinityConfig config = spec.sessionAffinityConfig();
        if (spec.sessionAffinity().equals("None") && config != null) {
            errors.at("sessionAffinityConfig").forbidden("must not be set when session affinity is None");
        }
        if (!spec.sessionAffinity().equals("ClientIP")) {
            return;
        }
        String reason = "when session affinity type is ClientIP";
        FieldErrors at = errors.at("sessionAffinityConfig");
        ClientIPConfig client = config == null ? null : config.clientIP();
        if (config == null) {
            at.required(reason);
        } else if (client == null) {
            at.at("clientIP").required(reason);
        } else if (client.timeoutSeconds() == null) {
            at.at("clientIP").at("timeoutSeconds").required(reason);
        } else if (client.timeoutSeconds() <= 0 || client.timeoutSeconds() > LONGEST_AFFINITY_SECONDS) {
            at.at("clientIP")
                    .at("timeoutSeconds")
                    .invalid(client.timeoutSeconds(), "must be greater than 0 and less than 86400");
        }
    }

    private static void balancer(Service service, FieldErrors errors, FieldErrors at) {
        ServiceSpec spec = service.spec();
        String annotated = service.metadata().annotations().get(SOURCE_RANGES);
        if (!spec.loadBalancerSourceRanges().isEmpty()) {
            FieldErrors ranges = at.at("LoadBalancerSourceRanges");
            if (!isBalanced(spec)) {
                ranges.forbidden(ONLY_BALANCED);
            }
            for (int i = 0; i < spec.loadBalancerSourceRanges().size(); i++) {
                ranges.index(i).name(spec.loadBalancerSourceRanges().get(i).strip(), Addresses::cidr);
            }
        } else if (annotated != null) {
            FieldErrors ranges = errors.at("metadata").at("annotations", SOURCE_RANGES);
            if (!isBalanced(spec)) {
                ranges.forbidden(ONLY_BALANCED);
            }
            for (String range : annotated.isBlank() ? new String[0] : annotated.split(",", -1)) {
                ranges.name(range.strip(), Addresses::cidr);
            }
        }
        if (spec.allocateLoadBalancerNodePorts() != null && !isBalanced(spec)) {
            at.at("allocateLoadBalancerNodePorts").forbidden(ONLY_BALANCED);
        } else if (spec.allocateLoadBalancerNodePorts() == null && isBalanced(spec)) {
            errors.at("allocateLoadBalancerNodePorts").required("");
        }
        if (spec.loadBalancerClass() != null && isBalanced(spec)) {
            at.requireName("loadBalancerClass", spec.loadBalancerClass(), Names::labelKey);
        } else if (spec.loadBalancerClass() != null) {
            at.at("loadBalancerClass").forbidden(ONLY_BALANCED);
        }
    }

    private static void policies(ServiceSpec spec, FieldErrors errors) {
        boolean outside = isBalanced(spec)
                || spec.type().equals("NodePort")
                || (spec.type().equals("ClusterIP") && !spec.externalIPs().isEmpty());
        String policy = spec.externalTrafficPolicy();
        if (outside) {
            errors.requireOneOf("externalTrafficPolicy", policy, POLICIES);
        } else if (!policy.isEmpty()) {
            errors.at("externalTrafficPolicy").invalid(policy, "may only be set for externally-accessible services");
        }
        int check = spec.healthCheckNodePort();
        if (needsHealthCheck(spec) && check == 0) {
            errors.at("healthCheckNodePort").required("");
        } else if (needsHealthCheck(spec)) {
            PortRules.requireNumber("healthCheckNodePort", check, errors);
        } else if (check != 0) {
            errors.at("healthCheckNodePort")
                    .invalid(
                            check,
                            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
        }
        String inside = spec.internalTrafficPolicy();
        if (inside == null && TYPES.contains(spec.type()) && !spec.type().equals("ExternalName")) {
            errors.at("internalTrafficPolicy").required("");
        } else if (inside != null && !POLICIES.contains(inside)) {
            errors.at("internalTrafficPolicy").notSupported(inside, POLICIES);
        }
        String distribution = spec.trafficDistribution();
        if (distribution != null && !distribution.equals("PreferClose")) {
            errors.at("trafficDistribution").notSupported(distribution, List.of("PreferClose"));
        }
    }
}
