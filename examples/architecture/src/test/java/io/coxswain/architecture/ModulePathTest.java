package io.coxswain.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The other tests run on the class path. Here all modules are loaded as modules, where only what is exported can be reached. */
class ModulePathTest {

    @Test
    void everyPublicTypeLoadsAndInitialisesAsPartOfItsModule() {
        ModuleLayer layer = load();
        Set<String> broken = new TreeSet<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            ClassLoader loader = layer.findLoader(module.name());
            module.classes()
                    .filter(type -> module.exports(type.getPackageName()))
                    .forEach(type -> initialise(type.getName(), loader, broken));
        }

        assertEquals("", String.join("\n", broken));
    }

    @Test
    void everyModuleExportsPackagesThatExist() {
        for (CoxswainModule module : CoxswainModule.all()) {
            assertTrue(!module.descriptor().exports().isEmpty(), module.name() + " exports nothing");
            module.descriptor()
                    .exports()
                    .forEach(e -> assertTrue(
                            module.packages().contains(e.source()),
                            () -> module.name() + " exports " + e.source() + ", which holds no class"));
        }
    }

    private static ModuleLayer load() {
        ModuleFinder finder = ModuleFinder.of(
                Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                        .filter(entry -> !entry.contains("test-classes"))
                        .map(Path::of)
                        .filter(path -> path.toFile().exists())
                        .toArray(Path[]::new));
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), roots(finder));
        return ModuleLayer.boot().defineModulesWithManyLoaders(configuration, ClassLoader.getPlatformClassLoader());
    }

    /** Our modules, and those optional ones that are there. */
    private static Set<String> roots(ModuleFinder finder) {
        Set<String> roots = new TreeSet<>();
        for (CoxswainModule module : CoxswainModule.all()) {
            roots.add(module.name());
            module.descriptor().requires().stream()
                    .map(ModuleDescriptor.Requires::name)
                    .filter(name -> finder.find(name).isPresent())
                    .forEach(roots::add);
        }
        return roots;
    }

    private static void initialise(String name, ClassLoader loader, Set<String> broken) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!type.getModule().isNamed()) {
                broken.add(name + " isn't in a named module");
            }
        } catch (ClassNotFoundException | LinkageError e) {
            broken.add(name + ": " + e);
        }
    }
}
