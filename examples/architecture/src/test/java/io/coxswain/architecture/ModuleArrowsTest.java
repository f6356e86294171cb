package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows between modules run downwards only, and each library stays in the modules that it was let into. */
class ModuleArrowsTest {

    /** What each module may use besides itself and the JDK: modules by short name, libraries by package or class. */
    private static final Map<String, Allowed> MAY_USE = new LinkedHashMap<>();

    private record Allowed(Set<String> modules, Set<String> libraries) {}

    static {
        allow("core", Set.of(), "org.slf4j");
        allow("json", Set.of("core"), "com.fasterxml.jackson.core", "org.yaml.snakeyaml");
        // Of JCTools only the queues that don't use Unsafe, and their interface.
        allow("store", Set.of("core"), "org.jctools.queues.atomic", "org.jctools.queues.MessagePassingQueue");
        allow("store.disk", Set.of("core", "json", "store"));
        allow("store.contract", Set.of("core", "store"), "org.junit", "net.jqwik.api", "com.fasterxml.jackson");
        allow("reconcile", Set.of("core"), "org.jctools.queues.atomic", "com.github.benmanes.caffeine", "jdk.jfr");
        allow("workloads", Set.of("core", "reconcile"));
        allow("scheduling", Set.of("core", "reconcile"), "com.github.benmanes.caffeine");
        allow("node", Set.of("core", "reconcile"));
        allow(
                "testkit",
                Set.of("core", "reconcile", "store", "workloads", "scheduling", "node"),
                "org.junit",
                "net.jqwik.api");
        allow("network", Set.of("core", "reconcile", "scheduling"), "io.netty");
        allow("cluster", Set.of("core", "json", "store", "reconcile", "workloads", "scheduling", "node", "network"));
    }

    private static void allow(String module, Set<String> modules, String... libraries) {
        Set<String> all = new TreeSet<>(List.of(libraries));
        // Annotations of the compiler's checks and logging are for everyone.
        all.addAll(List.of("org.jspecify.annotations", "io.soabase.recordbuilder.core", "org.slf4j"));
        MAY_USE.put(module, new Allowed(modules, all));
    }

    @Test
    void everyModuleHasItsPlaceInTheDesign() {
        Set<String> found = new TreeSet<>();
        CoxswainModule.all().forEach(module -> found.add(module.shortName()));

        assertEquals(new TreeSet<>(MAY_USE.keySet()), found);
    }

    @Test
    void classesUseOnlyWhatTheirModuleMayUse() {
        List<String> wrong = new ArrayList<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            module.classes()
                    .forEach(type -> foreign(module, type)
                            .map(target -> module.shortName() + ": " + type.getName() + " uses " + target.getName())
                            .forEach(wrong::add));
        }

        assertEquals(List.of(), wrong.stream().distinct().sorted().limit(50).toList());
    }

    @Test
    void modulesRequireOnlyWhatTheyMayUse() {
        List<String> wrong = new ArrayList<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            Set<String> allowed = MAY_USE.get(module.shortName()).modules();
            module.descriptor().requires().stream()
                    .map(required -> required.name())
                    .filter(name -> name.startsWith("io.coxswain."))
                    .map(name -> name.substring("io.coxswain.".length()))
                    .filter(name -> !allowed.contains(name))
                    .forEach(name -> wrong.add(module.shortName() + " requires " + name));
        }

        assertEquals(List.of(), wrong);
    }

    @Test
    void noPackageIsInTwoModules() {
        Map<String, String> owners = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            for (String name : module.packages()) {
                String other = owners.put(name, module.shortName());
                if (other != null) {
                    wrong.add(name + " is in " + other + " and in " + module.shortName());
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    private static Stream<JavaClass> foreign(CoxswainModule module, JavaClass type) {
        Allowed allowed = MAY_USE.get(module.shortName());
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .filter(target -> !isJdk(target.getPackageName()))
                .filter(target -> !module.packages().contains(target.getPackageName()))
                .filter(target -> !inAllowedModule(allowed, target.getPackageName()))
                .filter(target -> allowed.libraries().stream().noneMatch(prefix -> within(target, prefix)));
    }

    private static boolean inAllowedModule(Allowed allowed, String packageName) {
        return CoxswainModule.all().stream()
                .anyMatch(other -> allowed.modules().contains(other.shortName())
                        && other.packages().contains(packageName));
    }

    private static boolean within(JavaClass type, String prefix) {
        return type.getName().startsWith(prefix + ".") || type.getName().equals(prefix);
    }

    private static boolean isJdk(String packageName) {
        return packageName.startsWith("java.")
                || packageName.startsWith("javax.")
                || packageName.equals("com.sun.management")
                || packageName.startsWith("com.sun.net.httpserver");
    }
}
