/** Events about resources. */
@NullMarked
package io.coxswain.event;

import org.jspecify.annotations.NullMarked;
