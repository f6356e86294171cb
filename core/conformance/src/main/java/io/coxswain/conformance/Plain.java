package io.coxswain.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values in one form in which equal means equal: numbers by value, collections as lists, an Optional as what it holds. */
final class Plain {

    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        if (value instanceof Collection<?> collection) {
            List<@Nullable Object> plain = new ArrayList<>();
            collection.forEach(item -> plain.add(of(item)));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, item) -> plain.put(key, of(item)));
            return plain;
        }
        return value instanceof Optional<?> optional ? of(optional.orElse(null)) : value;
    }

    static boolean isEmpty(@Nullable Object plain) {
        return plain == null
                || "".equals(plain)
                || plain instanceof Collection<?> collection && collection.isEmpty()
                || plain instanceof Map<?, ?> map && map.isEmpty();
    }
}
