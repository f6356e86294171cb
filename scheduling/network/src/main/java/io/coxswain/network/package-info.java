/** Service addresses and the proxy on them. */
@NullMarked
package io.coxswain.network;

import org.jspecify.annotations.NullMarked;
