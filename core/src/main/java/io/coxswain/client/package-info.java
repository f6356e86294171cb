/**
 * How programs talk to the API: {@link io.coxswain.client.Client} with calls that wait, {@link io.coxswain.client.AsyncClient} with the same calls as stages.
 *
 * <p>Whoever serves the API (in this JVM or over HTTP) implements {@code AsyncClient}; {@code Client} is made over it. Controllers, the scheduler and the node agent use these and nothing else.
 */
@NullMarked
package io.coxswain.client;

import org.jspecify.annotations.NullMarked;
