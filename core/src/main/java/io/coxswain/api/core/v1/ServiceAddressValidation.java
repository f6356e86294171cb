package io.coxswain.api.core.v1;

import io.coxswain.validation.Addresses;
import io.coxswain.validation.FieldErrors;
import java.util.List;

/**
 * Says what is wrong with the addresses of a Service and their families, and which changes aren't allowed: the first
 * address stays, unless the Service becomes, or was, an ExternalName.
 */
final class ServiceAddressValidation {
    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
    private static final List<String> FAMILY_POLICIES = List.of("PreferDualStack", "RequireDualStack", "SingleStack");

    private ServiceAddressValidation() {}

    static void validate(ServiceSpec spec, FieldErrors errors) {
        List<String> addresses = spec.clusterIPs();
        same(spec.clusterIP(), addresses, errors);
        families(spec.ipFamilies(), errors);
        String policy = spec.ipFamilyPolicy();
        if (policy != null && !FAMILY_POLICIES.contains(policy)) {
            errors.at("ipFamilyPolicy").notSupported(policy, FAMILY_POLICIES);
        }
        if (addresses.size() > 2) {
            errors.at("clusterIPs").invalid(addresses, "may only hold up to 2 values");
        }
        if (!areAddresses(addresses, errors)) {
            return;
        }
        if (addresses.size() > 1 && !isOfBothFamilies(addresses)) {
            errors.at("clusterIPs").invalid(addresses, "may specify no more than one IP for each IP family");
        }
        if (!ServiceValidation.isHeadless(spec)) {
            matchFamilies(addresses, spec.ipFamilies(), errors);
        }
    }

    private static void same(String address, List<String> addresses, FieldErrors errors) {
        if (address.isEmpty()) {
            if (!addresses.isEmpty()) {
                errors.at("clusterIPs").invalid(addresses, "must be empty when `clusterIP` is not specified");
            }
        } else if (addresses.isEmpty()) {
            errors.at("clusterIPs").required("");
        } else if (!addresses.get(0).equals(address)) {
            errors.at("clusterIPs").invalid(addresses, "first value must match `clusterIP`");
        }
    }

    private static void families(List<String> families, FieldErrors errors) {
        for (int i = 0; i < families.size(); i++) {
            if (!FAMILIES.contains(families.get(i))) {
                errors.at("ipFamilies", i).notSupported(families.get(i), FAMILIES);
            }
            if (families.indexOf(families.get(i)) < i) {
                errors.at("ipFamilies", i).duplicate(families.get(i));
            }
        }
    }

    private static boolean areAddresses(List<String> addresses, FieldErrors errors) {
        int before = errors.size();
        for (int i = 0; i < addresses.size(); i++) {
            if (i > 0 || !addresses.get(i).equals("None")) {
                errors.at("clusterIPs", i).name(addresses.get(i), Addresses::ip);
            } else if (addresses.size() > 1) {
                errors.at("clusterIPs").invalid(addresses, "'None' must be the first and only value");
            }
        }
        return errors.size() == before;
    }

    private static boolean isOfBothFamilies(List<String> addresses) {
        boolean v6 = addresses.stream().anyMatch(Addresses::isIpv6);
        return v6 && !addresses.stream().allMatch(Addresses::isIpv6);
    }

    private static void matchFamilies(List<String> addresses, List<String> families, FieldErrors errors) {
        for (int i = 0; i < Math.min(addresses.size(), families.size()); i++) {
            String family = families.get(i);
            boolean wrong = Addresses.isIpv6(addresses.get(i)) ? family.equals("IPv4") : family.equals("IPv6");
            if (wrong) {
                errors.at("clusterIPs", i)
                        .invalid(
                                addresses.get(i),
                                "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`");
            }
        }
    }

    static void update(ServiceSpec now, ServiceSpec old, FieldErrors errors) {
        boolean external = now.type().equals("ExternalName") || old.type().equals("ExternalName");
        boolean wasHeadless = ServiceValidation.isHeadless(old);
        boolean isHeadless = ServiceValidation.isHeadless(now);
        if (external || (wasHeadless && isHeadless)) {
            return;
        }
        addresses(now, old, errors);
        if (wasHeadless == isHeadless) {
            familiesStay(now, old, errors);
        }
    }

    private static void addresses(ServiceSpec now, ServiceSpec old, FieldErrors errors) {
        List<String> before = old.clusterIPs();
        List<String> after = now.clusterIPs();
        boolean fewer = before.size() > after.size();
        if (before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                if (!before.get(i).equals(after.get(i))) {
                    errors.at("clusterIPs", i).invalid(after, "may not change once set");
                }
            }
        } else if (fewer && after.isEmpty()) {
            errors.at("clusterIPs", 0).invalid(after, "primary clusterIP can not be unset");
        } else if (!before.isEmpty() && !before.get(0).equals(after.get(0))) {
            errors.at("clusterIPs", 0).invalid(after, "may not change once set");
        }
        if (fewer && after.size() == 1) {
            requireSingle(now, "clusterIP", errors);
        }
    }

    private static void familiesStay(ServiceSpec now, ServiceSpec old, FieldErrors errors) {
        List<String> before = old.ipFamilies();
        List<String> after = now.ipFamilies();
        boolean fewer = before.size() > after.size();
        if (fewer && now.clusterIPs().isEmpty()) {
            errors.at("ipFamilies", 0).invalid(after, "primary ipFamily can not be unset");
        }
        boolean changed = before.size() == after.size()
                ? !before.equals(after)
                : !before.isEmpty() && !after.isEmpty() && !before.get(0).equals(after.get(0));
        if (changed) {
            errors.at("ipFamilies", 0).invalid(after, "may not change once set");
        }
        if (fewer && after.size() == 1) {
            requireSingle(now, "ipFamily", errors);
        }
    }

    private static void requireSingle(ServiceSpec now, String released, FieldErrors errors) {
        if (!"SingleStack".equals(now.ipFamilyPolicy())) {
            errors.at("ipFamilyPolicy")
                    .invalid(
                            now.ipFamilyPolicy(),
                            "must be set to 'SingleStack' when releasing the secondary " + released);
        }
    }
}
