/** A kind of one's own, {@link io.coxswain.examples.website.Website}, and the controller that makes the world as it says. The tests beside them are what the README shows. */
@NullMarked
package io.coxswain.examples.website;

import org.jspecify.annotations.NullMarked;
