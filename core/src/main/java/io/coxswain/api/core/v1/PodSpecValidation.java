package io.coxswain.api.core.v1;

import io.coxswain.selector.SelectorRules;
import io.coxswain.validation.Addresses;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.NameRule;
import io.coxswain.validation.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the spec of a pod or of a template; see {@code ValidatePodSpec} in Kubernetes. */
final class PodSpecValidation {
    private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
    private static final List<String> DNS_POLICIES =
            List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
    private static final List<String> PREEMPTION_POLICIES = List.of("PreemptLowerPriority", "Never");
    private static final int NAME_SERVERS = 3;
    private static final int SEARCH_PATHS = 32;
    private static final int SEARCH_CHARACTERS = 2048;

    private PodSpecValidation() {}

    static void validate(PodScope scope, FieldErrors errors) {
        PodSpec spec = scope.spec();
        if (spec.terminationGracePeriodSeconds() == null) {
            errors.at("terminationGracePeriodSeconds").required("");
        }
        PodScope pod = spec.volumes().isEmpty() ? scope : scope.withVolumes(VolumeValidation.usable(scope, errors));
        claims(spec.resourceClaims(), errors);
        ContainerValidation.containers(pod, errors);
        ContainerValidation.initContainers(pod, errors);
        ContainerValidation.ephemeralContainers(pod, errors);
        if (spec.hostNetwork()) {
            PortRules.hostNetwork(pod, errors);
        }
        errors.requireOneOf("restartPolicy", spec.restartPolicy(), RESTART_POLICIES);
        errors.requireOneOf("dnsPolicy", spec.dnsPolicy(), DNS_POLICIES);
        SelectorRules.labels(spec.nodeSelector(), "nodeSelector", errors);
        if (spec.securityContext() != null) {
            SecurityValidation.pod(spec.securityContext(), pod, errors);
        }
        if (spec.affinity() != null) {
            AffinityValidation.affinity(spec.affinity(), pod, errors.at("affinity"));
        }
        dns(spec.dnsPolicy(), spec.dnsConfig(), errors);
        gates(spec, errors);
        PlacementRules.spread(spec.topologySpreadConstraints(), errors);
        WindowsRules.hostProcesses(spec, errors);
        ownUsers(spec, errors);
        names(spec, errors);
        PlacementRules.tolerations(spec.tolerations(), errors);
        hostAliases(spec.hostAliases(), errors);
        rest(spec, errors);
    }

    private static void claims(List<PodResourceClaim> claims, FieldErrors spec) {
        for (int i = 0; i < claims.size(); i++) {
            PodResourceClaim claim = claims.get(i);
            FieldErrors errors = spec.at("resourceClaims", i);
            if (claim.name().isEmpty()) {
                errors.at("name").required("");
            } else if (claims.subList(0, i).stream()
                    .anyMatch(other -> other.name().equals(claim.name()))) {
                errors.at("name").duplicate(claim.name());
            } else {
                errors.requireName("name", claim.name(), Names::dns1123Label);
            }
            String existing = claim.resourceClaimName();
            String template = claim.resourceClaimTemplateName();
            if (existing != null && template != null) {
                errors.invalid(
                        claim.name(),
                        "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
            } else if (existing == null && template == null) {
                errors.invalid(claim.name(), "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
            }
            ifSet("resourceClaimName", existing, errors);
            ifSet("resourceClaimTemplateName", template, errors);
        }
    }

    private static void ifSet(String field, @Nullable String name, FieldErrors errors) {
        if (name != null) {
            errors.requireName(field, name, Names::dns1123Subdomain);
        }
    }

    private static void dns(String policy, @Nullable PodDNSConfig config, FieldErrors spec) {
        boolean own = policy.equals("None");
        if (config == null) {
            if (own) {
                spec.at("dnsConfig").required("must provide `dnsConfig` when `dnsPolicy` is None");
            }
            return;
        }
        FieldErrors errors = spec.at("dnsConfig");
        List<String> servers = config.nameservers();
        if (own && servers.isEmpty()) {
            errors.at("nameservers").required("must provide at least one DNS nameserver when `dnsPolicy` is None");
            return;
        }
        if (servers.size() > NAME_SERVERS) {
            errors.at("nameservers").invalid(servers, "must not have more than 3 nameservers");
        }
        for (int i = 0; i < servers.size(); i++) {
            errors.at("nameservers", i).name(servers.get(i), Addresses::ip);
        }
        searches(config.searches(), errors);
        for (int i = 0; i < config.options().size(); i++) {
            if (config.options().get(i).name().isEmpty()) {
                errors.at("options", i).required("must not be empty");
            }
        }
    }

    private static void searches(List<String> searches, FieldErrors dns) {
        if (searches.size() > SEARCH_PATHS) {
            dns.at("searches").invalid(searches, "must not have more than 32 search paths");
        }
        if (String.join(" ", searches).length() > SEARCH_CHARACTERS) {
            dns.at("searches")
                    .invalid(searches, "must not have more than 2048 characters (including spaces) in the search list");
        }
        for (int i = 0; i < searches.size(); i++) {
            String search = searches.get(i);
            String path = search.endsWith(".") ? search.substring(0, search.length() - 1) : search;
            dns.at("searches", i).name(path, Names::dns1123Subdomain);
        }
    }

    private static void gates(PodSpec spec, FieldErrors errors) {
        for (int i = 0; i < spec.readinessGates().size(); i++) {
            errors.at("readinessGates", i)
                    .requireName("conditionType", spec.readinessGates().get(i).conditionType(), Names::labelKey);
        }
        List<PodSchedulingGate> gates = spec.schedulingGates();
        for (int i = 0; i < gates.size(); i++) {
            FieldErrors at = errors.at("schedulingGates", i);
            at.name(gates.get(i).name(), Names::labelKey);
            if (gates.indexOf(gates.get(i)) < i) {
                at.duplicate(gates.get(i).name());
            }
        }
    }

    /** A pod with users of its own can't share the host's namespaces; the names are Kubernetes'. */
    private static void ownUsers(PodSpec spec, FieldErrors errors) {
        if (Boolean.FALSE.equals(spec.hostUsers())) {
            String reason = "when `pod.Spec.HostUsers` is false";
            if (spec.hostNetwork()) {
                errors.at("hostNetwork").forbidden(reason);
            }
            if (spec.hostPID()) {
                errors.at("HostPID").forbidden(reason);
            }
            if (spec.hostIPC()) {
                errors.at("HostIPC").forbidden(reason);
            }
        }
    }

    private static void names(PodSpec spec, FieldErrors errors) {
        unlessEmpty("serviceAccountName", spec.serviceAccountName(), Names::dns1123Subdomain, errors);
        unlessEmpty("nodeName", spec.nodeName(), Names::dns1123Subdomain, errors);
        Long deadline = spec.activeDeadlineSeconds();
        if (deadline != null && (deadline < 1 || deadline > Integer.MAX_VALUE)) {
            errors.at("activeDeadlineSeconds").invalid(deadline, "must be between 1 and 2147483647, inclusive");
        }
        unlessEmpty("hostname", spec.hostname(), Names::dns1123Label, errors);
        unlessEmpty("subdomain", spec.subdomain(), Names::dns1123Label, errors);
    }

    private static void unlessEmpty(String field, String name, NameRule rule, FieldErrors errors) {
        if (!name.isEmpty()) {
            errors.requireName(field, name, rule);
        }
    }

    private static void hostAliases(List<HostAlias> aliases, FieldErrors spec) {
        for (int i = 0; i < aliases.size(); i++) {
            HostAlias alias = aliases.get(i);
            FieldErrors errors = spec.at("hostAliases", i);
            errors.requireName("ip", alias.ip(), Addresses::ip);
            for (int j = 0; j < alias.hostnames().size(); j++) {
                errors.at("hostnames", j).name(alias.hostnames().get(j), Names::dns1123Subdomain);
            }
        }
    }

    private static void rest(PodSpec spec, FieldErrors errors) {
        unlessEmpty("priorityClassName", spec.priorityClassName(), Names::dns1123Subdomain, errors);
        if (spec.runtimeClassName() != null) {
            errors.requireName("runtimeClassName", spec.runtimeClassName(), Names::dns1123Subdomain);
        }
        if (spec.preemptionPolicy() != null) {
            errors.requireOneOf("preemptionPolicy", spec.preemptionPolicy(), PREEMPTION_POLICIES);
        }
        if (!spec.overhead().isEmpty()) {
            ResourceRules.amounts(spec.overhead(), "limits", errors.at("overhead"));
        }
        if (spec.os() != null) {
            WindowsRules.system(spec, errors);
        }
    }
}
