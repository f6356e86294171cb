package io.coxswain.node.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coxswain.api.core.v1.Affinity;
import io.coxswain.api.core.v1.AppArmorProfile;
import io.coxswain.api.core.v1.Capabilities;
import io.coxswain.api.core.v1.Container;
import io.coxswain.api.core.v1.ContainerBuilder;
import io.coxswain.api.core.v1.ContainerPort;
import io.coxswain.api.core.v1.ContainerResizePolicy;
import io.coxswain.api.core.v1.EphemeralContainerBuilder;
import io.coxswain.api.core.v1.GRPCAction;
import io.coxswain.api.core.v1.HostAlias;
import io.coxswain.api.core.v1.Lifecycle;
import io.coxswain.api.core.v1.LifecycleHandler;
import io.coxswain.api.core.v1.LocalObjectReference;
import io.coxswain.api.core.v1.Pod;
import io.coxswain.api.core.v1.PodAffinity;
import io.coxswain.api.core.v1.PodAntiAffinity;
import io.coxswain.api.core.v1.PodDNSConfig;
import io.coxswain.api.core.v1.PodOS;
import io.coxswain.api.core.v1.PodReadinessGate;
import io.coxswain.api.core.v1.PodResourceClaim;
import io.coxswain.api.core.v1.PodSecurityContext;
import io.coxswain.api.core.v1.PodSecurityContextBuilder;
import io.coxswain.api.core.v1.PodSpec;
import io.coxswain.api.core.v1.PodSpecBuilder;
import io.coxswain.api.core.v1.PodStatus;
import io.coxswain.api.core.v1.Probe;
import io.coxswain.api.core.v1.ProbeBuilder;
import io.coxswain.api.core.v1.ResourceClaim;
import io.coxswain.api.core.v1.ResourceRequirements;
import io.coxswain.api.core.v1.SELinuxOptions;
import io.coxswain.api.core.v1.SeccompProfile;
import io.coxswain.api.core.v1.SecurityContext;
import io.coxswain.api.core.v1.SecurityContextBuilder;
import io.coxswain.api.core.v1.Sysctl;
import io.coxswain.api.core.v1.TCPSocketAction;
import io.coxswain.api.core.v1.TopologySpreadConstraintBuilder;
import io.coxswain.api.core.v1.VolumeBuilder;
import io.coxswain.api.core.v1.VolumeDevice;
import io.coxswain.api.core.v1.VolumeMount;
import io.coxswain.api.core.v1.WindowsSecurityContextOptions;
import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.value.IntOrString;
import io.coxswain.value.Quantity;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each decision of the tables, and that no field of Kubernetes 1.32 is without one. */
class FieldReportTest {
    private static final ProcessUser SOMEBODY = new ProcessUser(1000, 1000, List.of(1000L, 27L));
    private static final ProcessUser ROOT = new ProcessUser(0, 0, List.of(0L));

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("decisions")
    void fieldIsTreatedAsTheTableSays(Treatment treatment, String path, Pod pod) {
        List<FieldFinding> findings = FieldReport.of(pod, SOMEBODY).findings();
        assertEquals(treatment == Treatment.HONOURED ? 0 : 1, findings.size(), findings::toString);
        for (FieldFinding finding : findings) {
            assertEquals(treatment, finding.treatment());
            assertEquals(path, finding.path());
            assertTrue(finding.message().startsWith(path + ": "), finding::message);
        }
    }

    static Stream<Arguments> decisions() {
        return Stream.of(ofSpec(), ofContainer(), ofPodSecurity(), ofContainerSecurity())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> ofSpec() {
        Container init = Container.of("setup", "process:true");
        return Stream.of(
                honoured("nothing", spec -> spec),
                honoured("spec.activeDeadlineSeconds", spec -> spec.activeDeadlineSeconds(5L)),
                honoured("spec.dnsPolicy", spec -> spec.dnsPolicy("ClusterFirst")),
                honoured("spec.dnsPolicy", spec -> spec.dnsPolicy("Default")),
                honoured(
                        "spec.hostNetwork",
                        spec -> spec.hostNetwork(true).hostIPC(true).hostPID(true)),
                honoured("spec.hostUsers", spec -> spec.hostUsers(true)),
                honoured("spec.hostname", spec -> spec.hostname("a").subdomain("b")),
                honoured("spec.os", spec -> spec.os(new PodOS("linux"))),
                honoured("spec.priority", spec -> spec.priority(7).priorityClassName("high")),
                honoured("spec.readinessGates", spec -> spec.readinessGates(List.of(new PodReadinessGate("x.io/ok")))),
                honoured("spec.shareProcessNamespace", spec -> spec.shareProcessNamespace(true)),
                honoured("spec.serviceAccountName", spec -> spec.serviceAccountName("default")),
                honoured("spec.automountServiceAccountToken", spec -> spec.automountServiceAccountToken(false)),
                ignored(
                        "spec.affinity.podAffinity",
                        spec -> spec.affinity(Affinity.EMPTY.withPodAffinity(PodAffinity.EMPTY))),
                ignored(
                        "spec.affinity.podAntiAffinity",
                        spec -> spec.affinity(Affinity.EMPTY.withPodAntiAffinity(PodAntiAffinity.EMPTY))),
                ignored("spec.automountServiceAccountToken", spec -> spec.automountServiceAccountToken(true)),
                ignored("spec.dnsConfig", spec -> spec.dnsConfig(PodDNSConfig.EMPTY)),
                ignored("spec.dnsPolicy", spec -> spec.dnsPolicy("None")),
                ignored(
                        "spec.ephemeralContainers",
                        spec -> spec.ephemeralContainers(List.of(EphemeralContainerBuilder.builder()
                                .name("debug")
                                .build()))),
                ignored(
                        "spec.hostAliases",
                        spec -> spec.hostAliases(List.of(new HostAlias(List.of("db"), "10.0.0.1")))),
                ignored(
                        "spec.imagePullSecrets",
                        spec -> spec.imagePullSecrets(List.of(new LocalObjectReference("registry")))),
                ignored("spec.priorityClassName", spec -> spec.priorityClassName("high")),
                ignored("spec.resources.limits", spec -> spec.resources(limits("cpu"))),
                ignored("spec.serviceAccount", spec -> spec.serviceAccount("robot")),
                ignored("spec.serviceAccountName", spec -> spec.serviceAccountName("robot")),
                ignored("spec.setHostnameAsFQDN", spec -> spec.setHostnameAsFQDN(true)),
                ignored(
                        "spec.topologySpreadConstraints",
                        spec -> spec.topologySpreadConstraints(List.of(
                                TopologySpreadConstraintBuilder.builder().build()))),
                refused("spec.hostUsers", spec -> spec.hostUsers(false)),
                refused("spec.initContainers", spec -> spec.initContainers(List.of(init))),
                refused("spec.initContainers", spec -> spec.initContainers(List.of(init.withRestartPolicy("Always")))),
                refused("spec.os", spec -> spec.os(new PodOS("windows"))),
                refused(
                        "spec.resourceClaims",
                        spec -> spec.resourceClaims(List.of(new PodResourceClaim("gpu", null, null)))),
                refused("spec.runtimeClassName", spec -> spec.runtimeClassName("gvisor")),
                refused(
                        "spec.volumes",
                        spec -> spec.volumes(
                                List.of(VolumeBuilder.builder().name("data").build()))));
    }

    private static Stream<Arguments> ofContainer() {
        Probe grpc =
                ProbeBuilder.builder(Probe.EMPTY).grpc(new GRPCAction(9, null)).build();
        LifecycleHandler tcp = new LifecycleHandler(null, null, null, new TCPSocketAction("", IntOrString.of(80)));
        ContainerPort hostPort = new ContainerPort("web", 8080, "", 8080, "TCP");
        return Stream.of(
                container(
                        Treatment.HONOURED,
                        "",
                        all -> all.imagePullPolicy("Always").workingDir("x")),
                container(
                        Treatment.HONOURED,
                        "",
                        all -> all.terminationMessagePath("/dev/termination-log")
                                .terminationMessagePolicy("FallbackToLogsOnError")),
                container(Treatment.HONOURED, "", all -> all.ports(List.of(hostPort.withHostPort(0)))),
                container(
                        Treatment.HONOURED,
                        "",
                        all -> all.resources(
                                new ResourceRequirements(List.of(), Map.of(), Map.of("cpu", Quantity.of(1))))),
                container(
                        Treatment.IGNORED,
                        "resizePolicy",
                        all -> all.resizePolicy(List.of(new ContainerResizePolicy("cpu", "NotRequired")))),
                container(Treatment.IGNORED, "resources.limits", all -> all.resources(limits("memory"))),
                container(Treatment.IGNORED, "stdin", all -> all.stdin(true)),
                container(Treatment.IGNORED, "stdinOnce", all -> all.stdinOnce(true)),
                container(Treatment.IGNORED, "terminationMessagePath", all -> all.terminationMessagePath("/tmp/why")),
                container(Treatment.IGNORED, "tty", all -> all.tty(true)),
                container(
                        Treatment.REFUSED,
                        "lifecycle.postStart.tcpSocket",
                        all -> all.lifecycle(new Lifecycle(tcp, null))),
                container(
                        Treatment.REFUSED,
                        "lifecycle.preStop.tcpSocket",
                        all -> all.lifecycle(new Lifecycle(null, tcp))),
                container(Treatment.REFUSED, "livenessProbe.grpc", all -> all.livenessProbe(grpc)),
                container(Treatment.REFUSED, "readinessProbe.grpc", all -> all.readinessProbe(grpc)),
                container(Treatment.REFUSED, "startupProbe.grpc", all -> all.startupProbe(grpc)),
                container(
                        Treatment.REFUSED,
                        "resources.claims",
                        all -> all.resources(
                                new ResourceRequirements(List.of(new ResourceClaim("gpu", "")), Map.of(), Map.of()))),
                container(
                        Treatment.REFUSED,
                        "volumeDevices",
                        all -> all.volumeDevices(List.of(new VolumeDevice("/dev/sda", "data")))),
                container(
                        Treatment.REFUSED,
                        "volumeMounts",
                        all -> all.volumeMounts(List.of(new VolumeMount("data", "/data", null, false, null, "", "")))),
                Arguments.of(
                        Treatment.IGNORED,
                        "spec.containers.ports.hostPort",
                        pod(spec -> spec, all -> all.ports(List.of(hostPort)))),
                Arguments.of(
                        Treatment.HONOURED,
                        "",
                        pod(spec -> spec.hostNetwork(true), all -> all.ports(List.of(hostPort)))));
    }

    private static Stream<Arguments> ofPodSecurity() {
        return Stream.of(
                podSecurity(Treatment.HONOURED, "", all -> all.runAsUser(1000L).runAsGroup(1000L)),
                podSecurity(
                        Treatment.HONOURED, "", all -> all.runAsNonRoot(true).supplementalGroups(List.of(27L))),
                podSecurity(Treatment.HONOURED, "", all -> all.seccompProfile(new SeccompProfile("Unconfined", null))),
                podSecurity(
                        Treatment.IGNORED,
                        "appArmorProfile",
                        all -> all.appArmorProfile(new AppArmorProfile("RuntimeDefault", null))),
                podSecurity(Treatment.IGNORED, "fsGroup", all -> all.fsGroup(5L)),
                podSecurity(Treatment.IGNORED, "fsGroupChangePolicy", all -> all.fsGroupChangePolicy("Always")),
                podSecurity(Treatment.IGNORED, "seLinuxChangePolicy", all -> all.seLinuxChangePolicy("Recursive")),
                podSecurity(Treatment.IGNORED, "seLinuxOptions", all -> all.seLinuxOptions(SELinuxOptions.EMPTY)),
                podSecurity(
                        Treatment.IGNORED,
                        "seccompProfile",
                        all -> all.seccompProfile(new SeccompProfile("RuntimeDefault", null))),
                podSecurity(Treatment.IGNORED, "supplementalGroups", all -> all.supplementalGroups(List.of(4L))),
                podSecurity(
                        Treatment.IGNORED, "supplementalGroupsPolicy", all -> all.supplementalGroupsPolicy("Strict")),
                podSecurity(
                        Treatment.IGNORED,
                        "windowsOptions",
                        all -> all.windowsOptions(WindowsSecurityContextOptions.EMPTY)),
                podSecurity(
                        Treatment.REFUSED,
                        "appArmorProfile",
                        all -> all.appArmorProfile(new AppArmorProfile("Localhost", "mine"))),
                podSecurity(Treatment.REFUSED, "runAsGroup", all -> all.runAsGroup(5L)),
                podSecurity(Treatment.REFUSED, "runAsUser", all -> all.runAsUser(0L)),
                podSecurity(
                        Treatment.REFUSED,
                        "seccompProfile",
                        all -> all.seccompProfile(new SeccompProfile("Localhost", "mine.json"))),
                podSecurity(
                        Treatment.REFUSED,
                        "sysctls",
                        all -> all.sysctls(List.of(new Sysctl("net.core.somaxconn", "1")))));
    }

    private static Stream<Arguments> ofContainerSecurity() {
        Capabilities add = new Capabilities(List.of("NET_ADMIN"), List.of());
        Capabilities drop = new Capabilities(List.of(), List.of("ALL"));
        return Stream.of(
                security(Treatment.HONOURED, "", all -> all.runAsUser(1000L).runAsNonRoot(true)),
                security(
                        Treatment.HONOURED,
                        "",
                        all -> all.allowPrivilegeEscalation(true).privileged(false)),
                security(Treatment.HONOURED, "", all -> all.capabilities(drop).procMount("Default")),
                security(Treatment.IGNORED, "allowPrivilegeEscalation", all -> all.allowPrivilegeEscalation(false)),
                security(
                        Treatment.IGNORED,
                        "appArmorProfile",
                        all -> all.appArmorProfile(new AppArmorProfile("RuntimeDefault", null))),
                security(Treatment.IGNORED, "capabilities.add", all -> all.capabilities(add)),
                security(Treatment.IGNORED, "privileged", all -> all.privileged(true)),
                security(Treatment.IGNORED, "procMount", all -> all.procMount("Unmasked")),
                security(Treatment.IGNORED, "readOnlyRootFilesystem", all -> all.readOnlyRootFilesystem(true)),
                security(Treatment.IGNORED, "seLinuxOptions", all -> all.seLinuxOptions(SELinuxOptions.EMPTY)),
                security(
                        Treatment.IGNORED,
                        "seccompProfile",
                        all -> all.seccompProfile(new SeccompProfile("RuntimeDefault", null))),
                security(
                        Treatment.IGNORED,
                        "windowsOptions",
                        all -> all.windowsOptions(WindowsSecurityContextOptions.EMPTY)),
                security(
                        Treatment.REFUSED,
                        "appArmorProfile",
                        all -> all.appArmorProfile(new AppArmorProfile("Localhost", "mine"))),
                security(Treatment.REFUSED, "runAsGroup", all -> all.runAsGroup(5L)),
                security(Treatment.REFUSED, "runAsUser", all -> all.runAsUser(33L)),
                security(
                        Treatment.REFUSED,
                        "seccompProfile",
                        all -> all.seccompProfile(new SeccompProfile("Localhost", "mine.json"))));
    }

    @Test
    void rootIsPrivilegedAndKeepsItsCapabilities() {
        SecurityContext context = SecurityContextBuilder.builder(SecurityContext.EMPTY)
                .privileged(true)
                .capabilities(new Capabilities(List.of("NET_ADMIN"), List.of("ALL")))
                .build();
        Pod pod = pod(spec -> spec, all -> all.securityContext(context));
        assertEquals(
                List.of("spec.containers[web].securityContext.capabilities.drop"),
                FieldReport.of(pod, ROOT).findings().stream()
                        .map(FieldFinding::path)
                        .toList());
    }

    @Test
    void ownUserIsTheEffectiveOne() throws IOException {
        assertEquals(
                new ProcessUser(1000, 100, List.of(27L, 100L)),
                ProcessUser.parse(
                        List.of("Name:\tjava", "Uid:\t0\t1000\t0\t0", "Gid:\t0\t100\t0\t0", "Groups:\t27 100 ")));
        assertEquals(new ProcessUser(-1, -1, List.of()), ProcessUser.parse(List.of("Name:\tjava")));
        Path file = Files.createTempFile("coxswain-", ".owner");
        assertEquals(
                ((Number) Files.getAttribute(file, "unix:uid")).longValue(),
                ProcessUser.own().uid());
        Files.delete(file);
    }

    @Test
    void everyFieldHasADecision() {
        assertComplete(PodSpec.class, PodFields.rules());
        assertComplete(Container.class, ContainerFields.rules());
        assertComplete(PodSecurityContext.class, SecurityFields.ofPod(SOMEBODY));
        assertComplete(SecurityContext.class, SecurityFields.ofContainer(SOMEBODY));
    }

    private static <T> void assertComplete(Class<T> type, List<FieldRule<T>> rules) {
        Set<String> fields = new LinkedHashSet<>();
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(fields::add);
        Set<String> decided = new LinkedHashSet<>();
        rules.forEach(rule -> decided.add(rule.field().split("\\.")[0]));
        assertEquals(Set.of(), without(fields, decided), "fields of " + type.getSimpleName() + " without a decision");
        assertEquals(Set.of(), without(decided, fields), "decisions about what " + type.getSimpleName() + " lacks");
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void rootMustNotRunWhatMustNotRunAsRoot() {
        Pod pod = pod(
                spec -> spec.securityContext(PodSecurityContext.EMPTY.with(all -> all.runAsNonRoot(true))), all -> all);
        Container container = pod.spec().containers().get(0);
        assertEquals(Optional.empty(), NonRoot.violation(pod, container, SOMEBODY));
        assertEquals(
                "container has runAsNonRoot and image will run as root (pod: \"web_default()\", container: web): start the application as another user",
                NonRoot.violation(pod, container, ROOT).orElseThrow());
        Container asRoot =
                container.with(all -> all.securityContext(SecurityContextBuilder.builder(SecurityContext.EMPTY)
                        .runAsUser(0L)
                        .build()));
        assertEquals(
                "container's runAsUser breaks non-root policy (pod: \"web_default()\", container: web)",
                NonRoot.violation(pod, asRoot, SOMEBODY).orElseThrow());
        Container allowed =
                container.with(all -> all.securityContext(SecurityContextBuilder.builder(SecurityContext.EMPTY)
                        .runAsNonRoot(false)
                        .build()));
        assertEquals(Optional.empty(), NonRoot.violation(pod, allowed, ROOT));
    }

    private static ResourceRequirements limits(String resource) {
        return new ResourceRequirements(List.of(), Map.of(resource, Quantity.of(1)), Map.of());
    }

    private static Arguments honoured(String path, UnaryOperator<PodSpecBuilder> spec) {
        return Arguments.of(Treatment.HONOURED, path, pod(spec, all -> all));
    }

    private static Arguments ignored(String path, UnaryOperator<PodSpecBuilder> spec) {
        return Arguments.of(Treatment.IGNORED, path, pod(spec, all -> all));
    }

    private static Arguments refused(String path, UnaryOperator<PodSpecBuilder> spec) {
        return Arguments.of(Treatment.REFUSED, path, pod(spec, all -> all));
    }

    private static Arguments container(Treatment treatment, String field, UnaryOperator<ContainerBuilder> change) {
        return Arguments.of(treatment, "spec.containers[web]." + field, pod(spec -> spec, change));
    }

    private static Arguments podSecurity(
            Treatment treatment, String field, UnaryOperator<PodSecurityContextBuilder> change) {
        PodSecurityContext context = change.apply(PodSecurityContextBuilder.builder(PodSecurityContext.EMPTY))
                .build();
        return Arguments.of(
                treatment, "spec.securityContext." + field, pod(spec -> spec.securityContext(context), all -> all));
    }

    private static Arguments security(Treatment treatment, String field, UnaryOperator<SecurityContextBuilder> change) {
        SecurityContext context = change.apply(SecurityContextBuilder.builder(SecurityContext.EMPTY))
                .build();
        return container(treatment, "securityContext." + field, all -> all.securityContext(context));
    }

    private static Pod pod(UnaryOperator<PodSpecBuilder> spec, UnaryOperator<ContainerBuilder> container) {
        Container web = container
                .apply(ContainerBuilder.builder().name("web").image("process:true"))
                .build();
        PodSpec whole = spec.apply(PodSpecBuilder.builder(PodSpec.EMPTY).containers(List.of(web)))
                .build();
        return new Pod(ObjectMeta.named("default", "web"), whole, PodStatus.EMPTY);
    }
}
