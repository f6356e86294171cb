/**
 * The only door to the store: admission, Kubernetes' rules for metadata, and the client that programs in this process use. Start
 * at {@link io.coxswain.apiserver.ApiServer}.
 *
 * <p>Who calls whom: {@code ServerClient} turns each call into a {@code Script}; an {@code Attempt} runs it against a snapshot
 * in a {@code Stage}, where {@code Writes} applies {@code Admission} and the rules ({@code CreateRules}, {@code UpdateRules},
 * {@code DeleteRules}) to one operation after the other, and commits what came of it under the condition that nothing of
 * what was looked at has changed; if it has, it tries again. All of it happens on the caller's thread, and under no lock.
 */
@NullMarked
package io.coxswain.apiserver;

import org.jspecify.annotations.NullMarked;
