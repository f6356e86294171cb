package io.coxswain.api.core.v1;

import io.coxswain.validation.FieldErrors;
import io.coxswain.validation.Names;
import java.util.List;

/** Says what is wrong with the containers of a pod; see {@code validateContainers} and what follows it in Kubernetes. */
final class ContainerValidation {
    private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> RESIZED = List.of("cpu", "memory");
    private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");
    private static final String NOT_FOR_INIT = "may not be set for init containers without restartPolicy=Always";
    private static final String NOT_FOR_EPHEMERAL = "cannot be set for an Ephemeral Container";

    private ContainerValidation() {}

    static void containers(PodScope pod, FieldErrors spec) {
        List<Container> containers = pod.spec().containers();
        if (containers.isEmpty()) {
            spec.at("containers").required("");
        }
        for (int i = 0; i < containers.size(); i++) {
            Container container = containers.get(i);
            FieldErrors errors = spec.at("containers", i);
            common(container, pod, errors);
            if (isNamedAmong(container.name(), containers, i)) {
                errors.at("name").duplicate(container.name());
            }
            ProbeValidation.all(container, pod, errors);
            if (container.restartPolicy() != null) {
                errors.at("restartPolicy").forbidden("may not be set for non-init containers");
            }
        }
        PortRules.hostPorts(containers, "containers", spec);
    }

    static void initContainers(PodScope pod, FieldErrors spec) {
        List<Container> containers = pod.spec().containers();
        List<Container> inits = pod.spec().initContainers();
        for (int i = 0; i < inits.size(); i++) {
            Container init = inits.get(i);
            FieldErrors errors = spec.at("initContainers", i);
            common(init, pod, errors);
            boolean sidecar = "Always".equals(init.restartPolicy());
            if (init.restartPolicy() != null && !sidecar) {
                errors.at("restartPolicy").notSupported(init.restartPolicy(), List.of("Always"));
            }
            if (isNamedAmong(init.name(), containers, containers.size())
                    || (!init.name().isEmpty() && isNamedAmong(init.name(), inits, i))) {
                errors.at("name").duplicate(init.name());
            }
            // init containers run one after the other, so each is alone; the index is Kubernetes'
            PortRules.hostPorts(List.of(init), "initContainers", spec);
            if (sidecar) {
                ProbeValidation.all(init, pod, errors);
            } else {
                forbidProbes(init, NOT_FOR_INIT, errors);
            }
            if (!init.resizePolicy().isEmpty()) {
                errors.at("resizePolicy").invalid(init.resizePolicy(), "must not be set for init containers");
            }
        }
    }

    private static void forbidProbes(Container container, String reason, FieldErrors errors) {
        forbid("lifecycle", container.lifecycle() != null, reason, errors);
        forbid("livenessProbe", container.livenessProbe() != null, reason, errors);
        forbid("readinessProbe", container.readinessProbe() != null, reason, errors);
        forbid("startupProbe", container.startupProbe() != null, reason, errors);
    }

    private static void forbid(String field, boolean set, String reason, FieldErrors errors) {
        if (set) {
            errors.at(field).forbidden(reason);
        }
    }

    static void ephemeralContainers(PodScope pod, FieldErrors spec) {
        List<EphemeralContainer> ephemerals = pod.spec().ephemeralContainers();
        for (int i = 0; i < ephemerals.size(); i++) {
            EphemeralContainer ephemeral = ephemerals.get(i);
            Container container = asContainer(ephemeral);
            FieldErrors errors = spec.at("ephemeralContainers", i);
            common(container, pod, errors);
            trimmedImage(container, errors);
            String target = ephemeral.targetContainerName();
            if (isNamedBefore(ephemeral.name(), pod.spec(), i)) {
                errors.at("name").duplicate(ephemeral.name());
            }
            if (!target.isEmpty() && !isNamedBefore(target, pod.spec(), 0)) {
                errors.at("targetContainerName").notFound(target);
            }
            forbidProbes(container, NOT_FOR_EPHEMERAL, errors);
            forbid("ports", !container.ports().isEmpty(), NOT_FOR_EPHEMERAL, errors);
            forbid("resources", !container.resources().equals(ResourceRequirements.EMPTY), NOT_FOR_EPHEMERAL, errors);
            forbid("resizePolicy", !container.resizePolicy().isEmpty(), NOT_FOR_EPHEMERAL, errors);
            forbid("restartPolicy", container.restartPolicy() != null, NOT_FOR_EPHEMERAL, errors);
            MountValidation.forbidSubPaths(container.volumeMounts(), NOT_FOR_EPHEMERAL, errors);
        }
    }

    private static Container asContainer(EphemeralContainer ephemeral) {
        return ContainerBuilder.builder()
                .name(ephemeral.name())
                .env(ephemeral.env())
                .envFrom(ephemeral.envFrom())
                .image(ephemeral.image())
                .imagePullPolicy(ephemeral.imagePullPolicy())
                .lifecycle(ephemeral.lifecycle())
                .livenessProbe(ephemeral.livenessProbe())
                .ports(ephemeral.ports())
                .readinessProbe(ephemeral.readinessProbe())
                .resizePolicy(ephemeral.resizePolicy())
                .resources(ephemeral.resources())
                .restartPolicy(ephemeral.restartPolicy())
                .securityContext(ephemeral.securityContext())
                .startupProbe(ephemeral.startupProbe())
                .terminationMessagePolicy(ephemeral.terminationMessagePolicy())
                .volumeDevices(ephemeral.volumeDevices())
                .volumeMounts(ephemeral.volumeMounts())
                .build();
    }

    private static boolean isNamedBefore(String name, PodSpec spec, int ephemerals) {
        for (int i = 0; i < ephemerals; i++) {
            if (spec.ephemeralContainers().get(i).name().equals(name)) {
                return true;
            }
        }
        return isNamedAmong(name, spec.containers(), spec.containers().size())
                || isNamedAmong(
                        name, spec.initContainers(), spec.initContainers().size());
    }

    private static boolean isNamedAmong(String name, List<Container> containers, int end) {
        for (int i = 0; i < end; i++) {
            if (containers.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What holds for containers of all sorts. */
    private static void common(Container container, PodScope pod, FieldErrors errors) {
        if (container.name().isEmpty()) {
            errors.at("name").required("");
        } else {
            errors.requireName("name", container.name(), Names::dns1123Label);
        }
        errors.requireText("image", container.image());
        errors.requireOneOf("terminationMessagePolicy", container.terminationMessagePolicy(), MESSAGE_POLICIES);
        PortRules.container(container.ports(), errors);
        EnvironmentValidation.variables(container.env(), errors);
        EnvironmentValidation.sets(container.envFrom(), errors);
        MountValidation.mounts(container, pod, errors);
        MountValidation.devices(container, pod, errors);
        errors.requireOneOf("imagePullPolicy", container.imagePullPolicy(), PULL_POLICIES);
        ResourceRules.requirements(container.resources(), pod, errors);
        resizePolicies(container.resizePolicy(), pod, errors);
        SecurityContext security = container.securityContext();
        if (security != null) {
            SecurityValidation.container(security, pod, errors.at("securityContext"));
        }
    }

    private static void resizePolicies(List<ContainerResizePolicy> policies, PodScope pod, FieldErrors container) {
        for (int i = 0; i < policies.size(); i++) {
            ContainerResizePolicy policy = policies.get(i);
            for (int j = 0; j < i; j++) {
                if (policies.get(j).resourceName().equals(policy.resourceName())) {
                    container.at("resizePolicy", i).duplicate(policy.resourceName());
                    break;
                }
            }
            container.requireOneOf("resizePolicy", policy.resourceName(), RESIZED);
            container.requireOneOf("resizePolicy", policy.restartPolicy(), RESIZE_POLICIES);
            if (pod.spec().restartPolicy().equals("Never")
                    && !policy.restartPolicy().equals("NotRequired")) {
                container
                        .at("resizePolicy")
                        .invalid(policy.restartPolicy(), "must be 'NotRequired' when `restartPolicy` is 'Never'");
            }
        }
    }

    /** In a pod, but not in a template, the name of an image may have no blanks around it. */
    static void trimmedImages(List<Container> containers, String field, FieldErrors spec) {
        for (int i = 0; i < containers.size(); i++) {
            if (hasBlanksAround(containers.get(i).image())) {
                trimmedImage(containers.get(i), spec.at(field, i));
            }
        }
    }

    private static void trimmedImage(Container container, FieldErrors errors) {
        if (hasBlanksAround(container.image())) {
            errors.at("image").invalid(container.image(), "must not have leading or trailing whitespace");
        }
    }

    private static boolean hasBlanksAround(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
