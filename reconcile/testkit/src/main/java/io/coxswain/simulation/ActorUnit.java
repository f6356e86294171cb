package io.coxswain.simulation;

import io.coxswain.client.AsyncClient;
import io.coxswain.client.Committed;
import io.coxswain.client.UnitOfWork;
import io.coxswain.resource.Kind;
import io.coxswain.resource.Resource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A unit of work of an actor. Reads change nothing, so its commit is the point at which the run may deviate. */
record ActorUnit(ActorClient actor, UnitOfWork unit) implements UnitOfWork {

    @Override
    public long revision() {
        return unit.revision();
    }

    @Override
    public AsyncClient client() {
        return unit.client();
    }

    @Override
    public <R extends Resource<R>> CompletionStage<List<R>> ownedBy(Kind<R> kind, String uid) {
        return unit.ownedBy(kind, uid);
    }

    @Override
    public CompletionStage<Committed> commit() {
        return actor.commit(unit);
    }
}
