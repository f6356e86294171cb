package io.coxswain.conformance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class CasesTest {

    @TempDir
    Path folder;

    private String configured = "";

    @BeforeEach
    void writeTable() throws IOException {
        configured = System.getProperty("conformance.dir", "");
        System.setProperty("conformance.dir", folder.toString());
        Files.createDirectory(folder.resolve("sum"));
        Files.writeString(folder.resolve("sum/plus.json"), """
                {"area": "sum/plus", "about": "Sums.", "cases": [
                  {"name": "small", "input": {"a": 1, "b": 2}, "expect": {"sum": 3}},
                  {"name": "wrong", "input": {"a": 1, "b": 2}, "expect": {"sum": 4}},
                  {"name": "unknown", "input": {"a": 1, "b": 2, "c": 0}, "expect": {"sum": 3}}]}
                """);
    }

    @AfterEach
    void restoreFolder() {
        System.setProperty("conformance.dir", configured);
    }

    @Test
    void eachCaseIsATestNamedAfterAreaAndCase() {
        assertEquals(
                List.of("sum/plus/small", "sum/plus/wrong", "sum/plus/unknown"),
                names(Conformance.cases("sum/plus", CasesTest::plus)));
    }

    @Test
    void caseFailsWhereTheRuleIsWrong() {
        assertThrows(AssertionError.class, run(1));
    }

    @Test
    void caseFailsWhereAFieldIsNeverRead() {
        AssertionError failure = assertThrows(AssertionError.class, run(2));

        assertTrue(failure.getMessage().startsWith("The test never read input.c:"), failure.getMessage());
    }

    @Test
    void casePassesWhereAllIsReadAndRight() {
        assertDoesNotThrow(run(0));
    }

    @Test
    void filterLeavesCasesOutAndItsReadsDoNotCount() {
        List<DynamicTest> tests = Conformance.cases(
                        "sum/plus",
                        one -> one.input().at("c").isNull()
                                && one.expect().at("sum").integer() == 3,
                        (i, e) -> {})
                .toList();

        assertEquals(List.of("sum/plus/small"), names(tests.stream()));
        assertThrows(AssertionError.class, tests.get(0).getExecutable());
    }

    @Test
    void missingTableIsOneSkippedTestThatNamesThePath() {
        List<DynamicTest> tests =
                Conformance.cases("sum/minus", CasesTest::plus).toList();

        assertEquals(1, tests.size());
        TestAbortedException skipped =
                assertThrows(TestAbortedException.class, tests.get(0).getExecutable());
        assertTrue(
                skipped.getMessage().contains(folder.resolve("sum/minus.json").toString()), skipped.getMessage());
    }

    private static void plus(Json input, Json expect) {
        expect.at("sum").judge(input.at("a").integer() + input.at("b").integer());
    }

    private static Executable run(int index) {
        return Conformance.cases("sum/plus", CasesTest::plus)
                .toList()
                .get(index)
                .getExecutable();
    }

    private static List<String> names(Stream<DynamicTest> tests) {
        Function<DynamicTest, String> name = DynamicTest::getDisplayName;
        return tests.map(name).toList();
    }
}
