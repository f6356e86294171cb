package io.coxswain.json.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scalars as kubectl 1.32 reads them; each row was tried there with {@code kubectl label --local}. */
class YamlScalarTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    y, true
                    Y, true
                    n, false
                    N, false
                    yes, true
                    Yes, true
                    YES, true
                    yEs, "yEs"
                    on, true
                    On, true
                    ON, true
                    off, false
                    Off, false
                    OFF, false
                    no, false
                    No, false
                    NO, false
                    true, true
                    True, true
                    TRUE, true
                    tRue, "tRue"
                    "yes", "yes"
                    'on', "on"
                    ~, null
                    null, null
                    Null, null
                    NULL, null
                    nUll, "nUll"
                    0777, 511
                    0o17, 15
                    0O17, 15
                    0o8, "0o8"
                    0x1F, 31
                    0X1f, 31
                    -0x1A, -26
                    +0x1F, 31
                    0x_1F, 31
                    "0x_1F", "0x_1F"
                    0x, "0x"
                    0b101, 5
                    0B11, 3
                    -0b11, -3
                    +0b1, 1
                    0b2, "0b2"
                    0b, "0b"
                    -0o17, -15
                    08, 8
                    0_7, 7
                    00, 0
                    -0, 0
                    1_000, 1000
                    1__0, 10
                    -1_0, -10
                    _1, "_1"
                    +5, 5
                    1:30, "1:30"
                    190:20:30.15, "190:20:30.15"
                    1e3, 1000
                    1E3, 1000
                    12e03, 12000
                    1.5e+3, 1500
                    1e, "1e"
                    e1, "e1"
                    1.0, 1
                    1.10, 1.1
                    0.1e1, 1
                    .5, 0.5
                    -.5, -0.5
                    +.5, 0.5
                    .1e2, 10
                    .5_0, 0.5
                    ._5, "._5"
                    .e3, ".e3"
                    5., 5
                    0., 0
                    1_0.5_0, 10.5
                    1e20, 100000000000000000000
                    1e21, 1e+21
                    1e30, 1e+30
                    1e-7, 1e-7
                    0.0000001, 1e-7
                    123456789012345678901234567890, 1.2345678901234568e+29
                    18446744073709551615, 18446744073709551615
                    -9223372036854775809, -9223372036854776000
                    1e400, "1e400"
                    -1e-400, 0
                    1.2.3, "1.2.3"
                    2024-01-01, "2024-01-01"
                    2024-01-01T00:00:00Z, "2024-01-01T00:00:00Z"
                    infinity, "infinity"
                    nan, "nan"
                    ., "."
                    +, "+"
                    =, "="
                    !!str 123, "123"
                    !!str yes, "yes"
                    !!int "3", 3
                    !!int "0777", 511
                    !!float "3", 3
                    !!float 3, 3
                    !!float "3.5", 3.5
                    !!bool "yes", true
                    !!null "", null
                    !!binary aGk=, "hi"
                    !!timestamp 2024-01-01, "2024-01-01"
                    !foo bar, "bar"
                    ! 12, "12"
                    """)
    void scalarMeansWhatItMeansToKubernetes(String yaml, String json) {
        assertEquals("{\"v\":" + json + "}", read("v: " + yaml));
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "0777, 511", "1.50, 1.5", "1e3, 1000", "0x10, 16", "'\"no\"', no", "plain, plain"})
    void nameIsTextOfWhatItMeans(String yaml, String name) {
        assertEquals("{\"" + name + "\":\"x\"}", read(yaml + ": x"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    .nan
                    .inf
                    -.INF
                    !!int abc
                    !!int "abc"
                    !!int 1.5
                    !!bool abc
                    !!null x
                    !!float abc
                    !!binary "%%%"
                    """)
    void scalarThatKubernetesRefusesIsRefused(String yaml) {
        Problems problems = new Problems("");
        YamlReader.read("a: 1\nv: " + yaml, 1, problems);

        assertEquals(1, problems.count());
        assertEquals(2, problems.inOrder().get(0).line());
    }

    @Test
    void blockScalarsAreText() {
        assertEquals("{\"a\":\"yes\\n\",\"b\":\"1 2\"}", read("a: |\n  yes\nb: >-\n  1\n  2\n"));
    }

    private static String read(String yaml) {
        Problems problems = new Problems("");
        List<JsonValue> documents = YamlReader.read(yaml, 1, problems);
        assertEquals(List.of(), problems.inOrder());
        return documents.get(0).toString();
    }
}
