/**
 * The contract of {@link io.coxswain.store.Store} as tests. An engine's author extends
 * {@link io.coxswain.store.contract.StoreContract} in the engine's own tests:
 *
 * <pre>{@code
 * class MyStoreContractTest extends StoreContract {
 *     @Override
 *     protected Store open(Environment environment) {
 *         return new MyStore(environment);
 *     }
 * }
 * }</pre>
 *
 * <p>What an engine promises beyond the contract it says by {@link io.coxswain.store.contract.StorePromise}s; the suite then
 * tests that too. {@link io.coxswain.store.contract.StoreLaws} is a second suite, of generated transactions, which needs jqwik's
 * engine; {@link io.coxswain.store.contract.StoreSoak} loads a store for as long as it is told. The guide is
 * {@code store/contract/README.md}.
 *
 * <p>The tests are grouped by what they are about, one class each, which {@code StoreContract} inherits one from the other. None
 * sleeps or measures time: they wait for what has to happen, by the engine's {@code Environment}, so they run on real threads and
 * in a simulation. How much the randomised ones try is set by {@code -Dcoxswain.effort=ci}.
 */
@NullMarked
package io.coxswain.store.contract;

import org.jspecify.annotations.NullMarked;
