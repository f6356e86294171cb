package io.coxswain.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module itself, on the module path, with a kind, a controller and a worker class of its own. The other tests run on the class path. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NamedModuleTest {
    private static final Path SOURCES = Path.of("src/test/modules/shop");

    @TempDir
    private Path classes;

    @TempDir
    private Path temporary;

    /** What an application gets by its one dependency: the libraries that these tests have besides are not for the module path. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> Files.exists(Path.of(entry)))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("conformance"))
                .filter(entry -> !entry.contains("junit") && !entry.contains("jqwik") && !entry.contains("surefire"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void compile(String moduleInfo) throws IOException {
        Path info = classes.resolve("src").resolve("module-info.java");
        Files.createDirectories(info.getParent());
        Files.writeString(info, moduleInfo, StandardCharsets.UTF_8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-p", libraries(), "-d", classes.resolve("shop").toString()),
                        null,
                        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                                .getJavaFileObjects(
                                        info,
                                        SOURCES.resolve("com/example/shop/Main.java"),
                                        SOURCES.resolve("com/example/shop/Till.java")))
                .call();
        assertTrue(compiled, messages::toString);
    }

    private ChildProgram run() throws IOException {
        return ChildProgram.start(
                temporary,
                List.of(
                        "-p",
                        libraries() + File.pathSeparator + classes.resolve("shop"),
                        "-m",
                        "com.example.shop/com.example.shop.Main",
                        SOURCES.resolve("shop.yaml").toString()));
    }

    @Test
    void applicationRunsOnTheModulePath() throws Exception {
        compile(
                "module com.example.shop { requires io.coxswain.cluster; requires io.coxswain.json; requires io.coxswain.network; opens com.example.shop to io.coxswain.core; }");
        try (ChildProgram program = run()) {
            assertEquals(0, program.exitCode(), program::output);
            assertTrue(
                    program.output().contains("module com.example.shop uses module io.coxswain.cluster"),
                    program::output);
            assertTrue(program.output().contains("] till is a part of module com.example.shop"), program::output);
            assertTrue(program.output().contains("shop/corner created"), program::output);
            assertTrue(program.output().contains("shop has 2 tills"), program::output);
        }
    }

    @Test
    void packageThatIsNotOpenedIsNamedWithTheLineToAdd() throws Exception {
        compile(
                "module com.example.shop { requires io.coxswain.cluster; requires io.coxswain.json; requires io.coxswain.network; }");
        try (ChildProgram program = run()) {
            assertEquals(1, program.exitCode(), program::output);
            assertTrue(program.output().contains("opens com.example.shop to io.coxswain.core;"), program::output);
        }
    }
}
