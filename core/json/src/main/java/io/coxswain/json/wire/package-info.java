/**
 * What records look like on the wire. Start at {@code RecordType}: it binds a tree to a record and writes a record, component by
 * component; a {@code Shape} says once per class which field is of which {@code WireType}, and a {@code Binding} is one reading,
 * which knows where it is and what it found to be wrong.
 *
 * <p>What a component's name and type don't say is said by the annotations of {@code io.coxswain.schema}.
 */
@NullMarked
package io.coxswain.json.wire;

import org.jspecify.annotations.NullMarked;
