package io.coxswain.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coxswain.api.meta.v1.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ConditionsLawsTest {
    private static final List<String> STATUSES = List.of("True", "False", "Unknown");

    private static Condition condition(int number) {
        return new Condition("Type" + number % 2, STATUSES.get(number / 2 % 3), null, "message " + number, 0, "Reason");
    }

    /** Against a model that remembers when each type's status last changed. */
    @Property(tries = 200)
    void timeIsThatOfTheLastChangeOfStatus(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 11) Integer> numbers) {
        List<Condition> conditions = List.of();
        Map<String, Condition> model = new LinkedHashMap<>();
        Instant now = Instant.EPOCH;
        for (int number : numbers) {
            now = now.plusSeconds(1);
            Condition observed = condition(number);
            conditions = Conditions.with(conditions, observed, now);
            Condition known = model.get(observed.type());
            boolean same = known != null && known.status().equals(observed.status());
            model.put(observed.type(), observed.withLastTransitionTime(same ? known.lastTransitionTime() : now));
        }
        assertEquals(new ArrayList<>(model.values()), conditions);
    }

    @Property(tries = 50)
    void observingTheSameAgainChangesNothing(@ForAll @IntRange(min = 0, max = 11) int number) {
        List<Condition> once = Conditions.with(List.of(), condition(number), Instant.EPOCH);
        assertEquals(once, Conditions.with(once, condition(number), Instant.EPOCH.plusSeconds(60)));
    }
}
