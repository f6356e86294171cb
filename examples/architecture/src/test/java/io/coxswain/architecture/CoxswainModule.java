package io.coxswain.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A module of Coxswain as it lies on the class path: its descriptor and its classes. */
record CoxswainModule(ModuleDescriptor descriptor, Location location, Set<String> packages) {

    private static final String PREFIX = "io.coxswain.";
    private static final Set<String> UNPUBLISHED = Set.of("io.coxswain.conformance");

    private static final List<CoxswainModule> ALL = find();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importLocations(ALL.stream().map(CoxswainModule::location).toList());

    /** All published modules, by name. */
    static List<CoxswainModule> all() {
        return ALL;
    }

    /** The classes of all published modules. */
    static JavaClasses allClasses() {
        return CLASSES;
    }

    String name() {
        return descriptor.name();
    }

    /** The name without what all names share: {@code core}, {@code json}. */
    String shortName() {
        return name().substring(PREFIX.length());
    }

    Stream<JavaClass> classes() {
        return CLASSES.stream().filter(type -> packages.contains(type.getPackageName()));
    }

    boolean exports(String packageName) {
        return descriptor.exports().stream()
                .anyMatch(e -> !e.isQualified() && e.source().equals(packageName));
    }

    private static List<CoxswainModule> find() {
        List<CoxswainModule> found = new ArrayList<>();
        try {
            Collection<URL> descriptors =
                    Collections.list(CoxswainModule.class.getClassLoader().getResources("module-info.class"));
            for (URL url : descriptors) {
                read(url, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(CoxswainModule::name));
        return List.copyOf(found);
    }

    private static void read(URL url, List<CoxswainModule> found) throws IOException {
        Location root = Location.of(URI.create(url.toString().replaceFirst("module-info\\.class$", "")));
        try (InputStream in = url.openStream()) {
            ModuleDescriptor descriptor = ModuleDescriptor.read(in);
            if (descriptor.name().startsWith(PREFIX) && !UNPUBLISHED.contains(descriptor.name())) {
                found.add(new CoxswainModule(descriptor, root, packagesIn(root)));
            }
        }
    }

    private static Set<String> packagesIn(Location root) {
        Set<String> packages = new TreeSet<>();
        new ClassFileImporter().importLocations(List.of(root)).forEach(type -> packages.add(type.getPackageName()));
        packages.remove("");
        return packages;
    }
}
