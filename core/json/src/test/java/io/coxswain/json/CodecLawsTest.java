package io.coxswain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.Kinds;
import io.coxswain.json.tree.JsonValue;
import io.coxswain.json.tree.Problems;
import io.coxswain.json.yaml.YamlReader;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is written is read without loss, whatever an object holds. */
class CodecLawsTest {
    private static final List<Kind<?>> KINDS = Kinds.builtin().list();

    @Property(tries = 300)
    void jsonIsReadAsWhatWasWritten(@ForAll long seed, @ForAll @IntRange(max = 10) int kind) {
        checkJson(KINDS.get(kind), seed);
    }

    private static <R extends Resource<R>> void checkJson(Kind<R> kind, long seed) {
        R object = new Samples(seed).object(kind.type());
        String json = Codec.strict().toJson(object);

        assertEquals(object, Codec.strict().read(json, kind));
        assertEquals(object, Codec.lenient().read(json, kind));
        assertEquals(JsonValue.parse(json), Codec.strict().toTree(object));
        assertEquals(json, Codec.strict().toTree(object).toString());
        String utf8 = new String(Codec.strict().toJsonBytes(object), StandardCharsets.UTF_8);
        assertEquals(object, Codec.strict().read(utf8, kind));
    }

    @Property(tries = 300)
    void yamlIsReadAsWhatWasWritten(@ForAll long seed, @ForAll @IntRange(max = 10) int kind) {
        checkYaml(KINDS.get(kind), seed);
    }

    private static <R extends Resource<R>> void checkYaml(Kind<R> kind, long seed) {
        R object = new Samples(seed).object(kind.type());
        String yaml = Codec.strict().toYaml(List.of(object, object));
        Problems problems = new Problems("");
        List<JsonValue> trees = YamlReader.readAll(yaml, problems);

        assertEquals(List.of(), problems.inOrder());
        assertEquals(2, trees.size());
        assertEquals(object, Codec.strict().read(trees.get(0), kind));
        assertEquals(Codec.strict().toTree(object), trees.get(1));
    }

    @Property(tries = 100)
    void documentsAreSplitWhereTheyWereJoined(@ForAll long seed) {
        Samples samples = new Samples(seed);
        List<Resource<?>> objects =
                KINDS.stream().<Resource<?>>map(kind -> sample(kind, samples)).toList();
        Problems problems = new Problems("");
        List<JsonValue> trees = YamlReader.readAll(Codec.strict().toYaml(objects), problems);

        assertEquals(List.of(), problems.inOrder());
        assertEquals(objects.stream().map(Codec.strict()::toTree).toList(), trees);
    }

    private static <R extends Resource<R>> R sample(Kind<R> kind, Samples samples) {
        return samples.object(kind.type());
    }
}
