/**
 * Events: what happens to objects, told to people. Start at {@link io.coxswain.event.EventRecorder}.
 */
@NullMarked
package io.coxswain.event;

import org.jspecify.annotations.NullMarked;
