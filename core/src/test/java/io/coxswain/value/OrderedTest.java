package io.coxswain.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class OrderedTest {
    @Property(tries = 500)
    void aMapIsItsModelInTheModelsOrder(
            @ForAll @Size(max = 40) @UniqueElements List<String> keys, @ForAll String other) {
        Map<String, Integer> model = new LinkedHashMap<>();
        keys.forEach(key -> model.put(key, model.size()));
        Map<String, Integer> map = Ordered.map(model);
        assertEquals(model, map);
        assertEquals(map, model);
        assertEquals(model.hashCode(), map.hashCode());
        assertEquals(new ArrayList<>(model.entrySet()), new ArrayList<>(map.entrySet()));
        keys.forEach(key -> assertEquals(model.get(key), map.get(key)));
        assertEquals(model.containsKey(other), map.containsKey(other));
        assertEquals(model.get(other), map.get(other));
        assertSame(map, Ordered.map(map));
        List<Map.Entry<String, Integer>> walked = new ArrayList<>();
        map.forEach((key, value) -> walked.add(Map.entry(key, value)));
        assertEquals(new ArrayList<>(model.entrySet()), walked);
        for (Map<String, Integer> each : List.of(map, model)) {
            assertEquals(model.containsKey(other), Ordered.anyKey(each, other::equals));
            assertEquals(model.containsValue(3), Ordered.anyValue(each, value -> value == 3));
        }
    }

    @Test
    void whatIsCopiedDoesNotFollowItsSource() {
        Map<String, String> source = new LinkedHashMap<>(Map.of("a", "1"));
        Map<String, String> copy = Ordered.map(source);
        List<String> elements = new ArrayList<>(List.of("a"));
        List<String> list = Ordered.list(elements);
        source.put("b", "2");
        elements.add("b");
        assertEquals(Map.of("a", "1"), copy);
        assertEquals(List.of("a"), list);
        assertThrows(UnsupportedOperationException.class, () -> copy.put("c", "3"));
        assertThrows(UnsupportedOperationException.class, () -> copy.remove("a"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> copy.entrySet().iterator().next().setValue("4"));
    }

    @Test
    void whatHasNoStableOrderIsSorted() {
        Map<String, String> unstable = Map.of("c", "3", "a", "1", "d", "4", "b", "2");
        assertEquals(
                List.of("a", "b", "c", "d"), List.copyOf(Ordered.map(unstable).keySet()));
        assertEquals(List.of("a", "b", "c"), List.copyOf(Ordered.set(Set.of("c", "b", "a"))));
        assertEquals(List.of("a", "b"), List.copyOf(Ordered.set(Set.of("b", "a"))));
        assertEquals(List.of("b", "a"), List.copyOf(Ordered.set(List.of("b", "a", "b"))));
    }

    @Test
    void absentIsEmptyAndNullsAreRefused() {
        assertTrue(Ordered.list(null).isEmpty());
        assertTrue(Ordered.map((Map<String, String>) null).isEmpty());
        assertTrue(Ordered.set(null).isEmpty());
        assertThrows(NullPointerException.class, () -> Ordered.list(Arrays.asList("a", null)));
        assertThrows(NullPointerException.class, () -> Ordered.map(Collections.singletonMap("a", null)));
        assertThrows(NullPointerException.class, () -> Ordered.set(Arrays.asList("a", null)));
        assertNull(Ordered.map("a", "1").get(null));
        assertFalse(Ordered.map("a", "1").containsKey(null));
    }

    @Test
    void changedCopiesKeepPlaces() {
        Map<String, String> map = Ordered.with(Ordered.with(Ordered.map("a", "1"), "b", "2"), "a", "3");
        assertEquals("{a=3, b=2}", map.toString());
        assertEquals("{b=2}", Ordered.without(map, "a").toString());
        assertSame(map, Ordered.with(map, "b", "2"));
        assertSame(map, Ordered.without(map, "c"));
        assertEquals(List.of("a", "b"), Ordered.with(List.of("a"), "b"));
        assertEquals(List.of("a", "BB", "ccc"), Ordered.with(List.of("a", "bb", "ccc"), "BB", String::length));
        assertEquals(List.of("a", "bb"), Ordered.with(List.of("a"), "bb", String::length));
    }
}
