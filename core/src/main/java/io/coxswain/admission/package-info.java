/**
 * What stands between a request and the store: plug-ins that change or refuse writes.
 */
@NullMarked
package io.coxswain.admission;

import org.jspecify.annotations.NullMarked;
