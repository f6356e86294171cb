package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import io.coxswain.value.Ordered;
import io.coxswain.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What containers and nodes may say of resources; see {@code core/helper/helpers.go} for the names. */
final class ResourceRules {
    private static final String HUGE_PAGES = "hugepages-";
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");
    private static final Set<String> MEASURED = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "storage",
            "requests.storage");

    private ResourceRules() {}

    /** What a container asks for and may use. */
    static void requirements(ResourceRequirements resources, PodScope pod, FieldErrors container) {
        Map<String, Quantity> limits = resources.limits();
        Map<String, Quantity> requests = resources.requests();
        if (limits.isEmpty() && requests.isEmpty() && resources.claims().isEmpty()) {
            return;
        }
        FieldErrors errors = container.at("resources");
        amounts(limits, "limits", errors);
        amounts(requests, "requests", errors);
        requests.forEach((name, request) -> requestWithin(name, request, limits.get(name), errors));
        boolean huge = hasHugePages(limits) || hasHugePages(requests);
        if (huge && !hasCompute(limits) && !hasCompute(requests)) {
            errors.forbidden("HugePages require cpu or memory");
        }
        claims(resources.claims(), pod, errors);
    }

    /** Amounts of resources that a container can have. */
    static void amounts(Map<String, Quantity> amounts, String field, FieldErrors errors) {
        amounts.forEach((name, amount) -> {
            if (!name.equals("cpu") && !name.equals("memory")) {
                name(name, errors.at(field, name));
                amount(name, amount, errors.at(field, name));
                wholePages(name, amount, errors.at(field, name));
            } else if (amount.signum() < 0) {
                amount(name, amount, errors.at(field, name));
            }
        });
    }

    private static void name(String name, FieldErrors errors) {
        int before = errors.size();
        errors.name(name, Names::labelKey);
        boolean plain = name.indexOf('/') < 0;
        if (plain && errors.size() == before && !isStandard(name)) {
            errors.invalid(name, "must be a standard resource type or fully qualified");
        }
        if (plain && !name.equals("ephemeral-storage") && !name.startsWith(HUGE_PAGES) && !isCompute(name)) {
            errors.invalid(name, "must be a standard resource for containers");
        } else if (!plain && !isNative(name) && !isExtended(name)) {
            errors.invalid(name, "doesn't follow extended resource name standard");
        }
    }

    /** An amount of a resource, of a container or of a node. */
    static void amount(String name, Quantity amount, FieldErrors errors) {
        if (amount.signum() < 0) {
            errors.invalid(amount, "must be greater than or equal to 0");
        }
        if ((COUNTED.contains(name) || isExtended(name)) && amount.milliValue() % 1000 != 0) {
            errors.invalid(amount, "must be an integer");
        }
    }

    private static void wholePages(String name, Quantity amount, FieldErrors errors) {
        if (name.startsWith(HUGE_PAGES) && !isMultiple(amount, name.substring(HUGE_PAGES.length()))) {
            errors.invalid(amount, amount + " is not positive integer multiple of " + name);
        }
    }

    private static boolean isMultiple(Quantity amount, String pageSize) {
        try {
            Quantity page = Quantity.parse(pageSize);
            return page.signum() > 0 && page.milliValue() % 1000 == 0 && amount.value() % page.value() == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void requestWithin(String name, Quantity request, @Nullable Quantity limit, FieldErrors errors) {
        boolean elastic = isNative(name) && !name.startsWith(HUGE_PAGES);
        if (limit == null) {
            if (!elastic) {
                errors.at("limits").required("Limit must be set for non overcommitable resources");
            }
        } else if (!elastic && request.compareTo(limit) != 0) {
            errors.at("requests").invalid(request, "must be equal to " + name + " limit of " + limit);
        } else if (request.compareTo(limit) > 0) {
            errors.at("requests").invalid(request, "must be less than or equal to " + name + " limit of " + limit);
        }
    }

    private static boolean hasHugePages(Map<String, Quantity> amounts) {
        return !amounts.isEmpty() && Ordered.anyKey(amounts, name -> name.startsWith(HUGE_PAGES));
    }

    private static boolean hasCompute(Map<String, Quantity> amounts) {
        return amounts.containsKey("cpu") || amounts.containsKey("memory");
    }

    private static boolean isCompute(String name) {
        return name.equals("cpu") || name.equals("memory");
    }

    private static boolean isStandard(String name) {
        return MEASURED.contains(name)
                || COUNTED.contains(name)
                || name.startsWith(HUGE_PAGES)
                || name.startsWith("requests." + HUGE_PAGES);
    }

    private static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    private static boolean isExtended(String name) {
        return !isNative(name) && !name.startsWith("requests.") && Names.labelKey("requests." + name) == null;
    }

    private static void claims(List<ResourceClaim> claims, PodScope pod, FieldErrors errors) {
        for (int i = 0; i < claims.size(); i++) {
            ResourceClaim claim = claims.get(i);
            FieldErrors at = errors.at("claims", i);
            if (claim.name().isEmpty()) {
                at.required("");
                continue;
            }
            if (!claim.request().isEmpty()) {
                at.requireName("request", claim.request(), Names::dns1123Label);
            }
            if (overlaps(claims, i)) {
                at.duplicate(claim.request().isEmpty() ? claim.name() : claim.name() + "/" + claim.request());
            }
            if (!pod.hasClaim(claim.name())) {
                at.notFound(claim.name());
            }
        }
    }

    /** Whether an earlier claim has the same request, or one of the two has all requests. */
    private static boolean overlaps(List<ResourceClaim> claims, int position) {
        ResourceClaim claim = claims.get(position);
        for (int i = 0; i < position; i++) {
            ResourceClaim other = claims.get(i);
            if (other.name().equals(claim.name())
                    && (other.request().isEmpty()
                            || claim.request().isEmpty()
                            || other.request().equals(claim.request()))) {
                return true;
            }
        }
        return false;
    }
}
