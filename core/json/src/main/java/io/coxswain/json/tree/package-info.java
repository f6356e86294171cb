/**
 * JSON as immutable values that know the lines on which a reader looks for them, and what is wrong with a text, collected.
 *
 * <p>Start at {@link io.coxswain.json.tree.JsonValue}: it reads JSON and writes it. What is written value by value, a record
 * or YAML, goes through a {@link io.coxswain.json.tree.JsonSink}. Knows neither records nor kinds.
 */
@NullMarked
package io.coxswain.json.tree;

import org.jspecify.annotations.NullMarked;
