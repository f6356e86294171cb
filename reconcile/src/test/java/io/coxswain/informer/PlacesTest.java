package io.coxswain.informer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.coxswain.resource.ResourceKey;
import io.coxswain.testing.Widget;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlacesTest {

    /** Puts a widget, or removes that of its key. */
    record Change(boolean isPut, Cached<Widget> place) {}

    @Property(tries = 300, seed = "42")
    void holdsWhatAMapWouldHold(@ForAll("changes") List<Change> changes) {
        Places<Widget> places = new Places<>();
        Map<ResourceKey, Widget> map = new TreeMap<>();
        for (Change change : changes) {
            ResourceKey key = change.place.key();
            if (change.isPut) {
                places.put(change.place);
                map.put(key, change.place.object);
            } else {
                assertEquals(map.remove(key) != null, places.remove(change.place));
            }

            assertEquals(map.size(), places.size());
            map.forEach((there, widget) -> assertSame(widget, Objects.requireNonNull(places.find(there)).object));
            assertEquals(map.containsKey(key), places.find(key) != null);
            assertEquals(new HashSet<>(map.values()), new HashSet<>(places.objects()));
            assertEquals(map.size(), places.objects().stream().count());
        }
    }

    /** Half of the names have the same hash code. */
    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> names = Arbitraries.of("AaAa", "AaBB", "BBAa", "BBBB", "a", "b", "c", "d", "e", "f");
        return Combinators.combine(Arbitraries.of(true, true, false), names)
                .as((isPut, name) -> new Change(isPut, place(name)))
                .list()
                .ofMaxSize(60);
    }

    private static Cached<Widget> place(String name) {
        Widget widget = Widget.of(name, 1);
        return new Cached<>(widget.key(), widget);
    }

    @Test
    void manyThatComeAndGoLeaveNothing() {
        Places<Widget> places = new Places<>();
        places.put(place("stays"));
        for (int i = 0; i < 10_000; i++) {
            places.put(place("comes-" + i));
            places.remove(place("comes-" + i));
            assertNull(places.find(place("comes-" + i).key()));
        }

        assertEquals(Set.of(place("stays").key()), Set.copyOf(keys(places)));
    }

    private static List<ResourceKey> keys(Places<Widget> places) {
        return places.objects().stream().map(Widget::key).toList();
    }

    /** Who walks goes on in the table in which it began. */
    @Test
    void walkMeetsWhatWasThereThoughTheTableGrows() {
        Places<Widget> places = new Places<>();
        places.put(place("a"));
        places.put(place("b"));
        Set<String> met = new HashSet<>();
        int number = 0;
        for (Widget widget : places.objects()) {
            met.add(widget.metadata().name());
            for (int i = 0; i < 100; i++) {
                places.put(place("c-" + number++));
            }
        }

        assertEquals(Set.of("a", "b"), met);
    }
}
