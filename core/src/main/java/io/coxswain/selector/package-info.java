/** Which objects are meant: by namespace, labels and fields. Start at {@link io.coxswain.selector.Selection}. */
@NullMarked
package io.coxswain.selector;

import org.jspecify.annotations.NullMarked;
