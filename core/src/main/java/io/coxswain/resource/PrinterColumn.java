package io.coxswain.resource;

import java.time.Instant;
import java.util.function.BiFunction;

/**
 * A column of the table in which people see objects of a kind.
 *
 * @param name its heading
 * @param type {@code string}, {@code integer} or {@code date}
 * @param cell the text of an object's cell at a time (ages need it)
 */
public record PrinterColumn<R>(String name, String type, BiFunction<R, Instant, Object> cell) {}
