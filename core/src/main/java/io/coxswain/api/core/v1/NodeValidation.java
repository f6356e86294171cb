package io.coxswain.api.core.v1;

import io.coxswain.validation.Addresses;
import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.NameRule;
import io.coxswain.validation.Names;
import io.coxswain.value.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a node; see {@code ValidateNode} and {@code ValidateNodeUpdate} in Kubernetes. */
final class NodeValidation {
    private NodeValidation() {}

    static void validate(Node node, @Nullable Node old, FieldErrors errors) {
        // Kubernetes reports taints at the metadata
        PlacementRules.taints(node.spec().taints(), errors.at("metadata"));
        FieldErrors status = errors.at("status");
        amounts(node.status().capacity(), "capacity", status);
        amounts(node.status().allocatable(), "allocatable", status);
        FieldErrors spec = errors.at("spec");
        ranges(ranges(node.spec()), spec);
        if (old != null) {
            addresses(node.status().addresses(), status);
            update(node.spec(), old.spec(), spec);
        }
    }

    private static void amounts(Map<String, Quantity> amounts, String field, FieldErrors status) {
        amounts.forEach((name, amount) -> {
            if (amount.signum() < 0 || (!name.equals("cpu") && !name.equals("memory"))) {
                ResourceRules.amount(name, amount, status.at(field).at(name));
            }
        });
    }

    /** The one range and the list of them are two ways to say the same. */
    private static List<String> ranges(NodeSpec spec) {
        String first = spec.podCIDR();
        boolean differs = !first.isEmpty()
                && (spec.podCIDRs().isEmpty() || !spec.podCIDRs().get(0).equals(first));
        return differs ? List.of(first) : spec.podCIDRs();
    }

    private static void ranges(List<String> ranges, FieldErrors spec) {
        for (int i = 0; i < ranges.size(); i++) {
            spec.at("podCIDRs", i).name(ranges.get(i), Addresses::cidr);
            if (ranges.indexOf(ranges.get(i)) < i) {
                spec.at("podCIDRs", i).duplicate(ranges.get(i));
            }
        }
        long v6 = ranges.stream().filter(Addresses::isIpv6).count();
        if (ranges.size() > 2 || (ranges.size() == 2 && v6 != 1)) {
            spec.at("podCIDRs").invalid(ranges, "may specify no more than one CIDR for each IP family");
        }
    }

    private static void addresses(List<NodeAddress> addresses, FieldErrors status) {
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.indexOf(addresses.get(i)) < i) {
                status.at("addresses", i).duplicate(addresses.get(i).address());
            }
        }
    }

    private static void update(NodeSpec now, NodeSpec old, FieldErrors errors) {
        if (!ranges(old).isEmpty() && !ranges(old).equals(ranges(now))) {
            errors.at("podCIDRs").forbidden("node updates may not change podCIDR except from \"\" to valid");
        }
        if (!old.providerID().isEmpty() && !old.providerID().equals(now.providerID())) {
            errors.at("providerID").forbidden("node updates may not change providerID except from \"\" to valid");
        }
        if (now.configSource() != null) {
            config(now.configSource(), errors.at("configSource"));
        }
        if (!now.externalID().equals(old.externalID())) {
            errors.at("externalID").forbidden("may not be updated");
        }
    }

    private static void config(NodeConfigSource source, FieldErrors errors) {
        ConfigMapNodeConfigSource map = source.configMap();
        if (map == null) {
            errors.invalid("", "exactly one reference subfield must be non-nil");
            return;
        }
        FieldErrors at = errors.at("configMap");
        if (!map.uid().isEmpty()) {
            at.at("uid").forbidden("uid must not be set in spec");
        }
        if (!map.resourceVersion().isEmpty()) {
            at.at("resourceVersion").forbidden("resourceVersion must not be set in spec");
        }
        named("namespace", map.namespace(), Names::dns1123Label, at);
        named("name", map.name(), Names::dns1123Subdomain, at);
        named("kubeletConfigKey", map.kubeletConfigKey(), Names::configMapKey, at);
    }

    private static void named(String field, String name, NameRule rule, FieldErrors errors) {
        if (name.isEmpty()) {
            errors.at(field).required(field + " must be set");
        } else {
            errors.requireName(field, name, rule);
        }
    }
}
