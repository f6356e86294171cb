package io.coxswain.informer;

import io.coxswain.api.meta.v1.ObjectMeta;
import io.coxswain.conformance.Interleavings;
import io.coxswain.resource.Resource;
import io.coxswain.resource.ResourceKey;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Readers find, and meet once, what is there all the time, whatever comes and goes. Run by
 * {@code mvn -pl reconcile -am test -Dtest=PlacesLincheckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PlacesLincheckTest {
    private static final String[] SCENARIOS = {
        "remove add add | find find | walk", "add add add | find walk", "remove add remove | find | find"
    };

    @Test
    void whatStaysIsFoundAndMetOnce() {
        Interleavings.theseAreRight(Real.class, 250, SCENARIOS);
    }

    @Test
    void twinThatClosesGapsHidesWhatItMoves() {
        Interleavings.oneIsWrong(ClosesGaps.class, "remove | find");
    }

    public static class Real extends Stocked {
        public Real() {
            super(new Places<>());
        }
    }

    /** Right on one thread: what lies behind the gap moves up, as all keys belong into the same slot. */
    public static class ClosesGaps extends Stocked {
        public ClosesGaps() {
            super(new Places<>() {
                @Override
                boolean vacate(@Nullable Cached<Thing>[] table, int slot) {
                    int mask = table.length - 1;
                    int gap = slot;
                    while (table[gap] != null) {
                        table[gap] = table[(gap + 1) & mask];
                        gap = (gap + 1) & mask;
                    }
                    return true;
                }
            });
        }
    }

    /** Nobody looks into it. */
    static final class Thing implements Resource<Thing> {
        @Override
        public ObjectMeta metadata() {
            return ObjectMeta.EMPTY;
        }
    }

    /** One that stays lies between others, all with the same hash code. */
    public abstract static class Stocked {
        private static final List<String> NAMES = List.of("AaAaAa", "AaAaBB", "AaBBAa", "BBAaAa", "AaBBBB", "BBAaBB");
        private static final Cached<Thing> STAYS = place("BBBBBB");

        private final Places<Thing> places;
        private int added;
        private int removed;

        Stocked(Places<Thing> places) {
            this.places = places;
            add();
            places.put(STAYS);
            add();
        }

        private static Cached<Thing> place(String name) {
            return new Cached<>(ResourceKey.cluster(name), new Thing());
        }

        @Operation(nonParallelGroup = "informer")
        public void add() {
            places.put(place(NAMES.get(added++)));
        }

        @Operation(nonParallelGroup = "informer")
        public void remove() {
            places.remove(place(NAMES.get(removed++)));
        }

        @Operation
        public void find() {
            ResourceKey key = STAYS.key();
            if (places.find(key) != STAYS) {
                Interleavings.violated(key + " isn't found");
            }
        }

        @Operation
        public void walk() {
            int met = 0;
            for (Thing thing : places.objects()) {
                met += thing == STAYS.object ? 1 : 0;
            }
            if (met != 1) {
                Interleavings.violated(STAYS.key() + " is met " + met + " times");
            }
        }

        @Validate
        public void nothingWasLost() {
            for (int i = 0; i < added; i++) {
                boolean found = places.find(place(NAMES.get(i)).key()) != null;
                if (found == i < removed) {
                    Interleavings.violated(NAMES.get(i) + (found ? " is still" : " isn't") + " there");
                }
            }
            if (places.size() != 1 + added - removed) {
                Interleavings.violated("size " + places.size());
            }
        }
    }
}
