package io.coxswain.network;

import io.coxswain.resource.ResourceKey;
import java.net.BindException;

/** A port that another Service of this cluster has. The system would let one user hold it twice. */
final class TakenPortException extends BindException {
    private static final long serialVersionUID = 1;

    TakenPortException(ResourceKey service) {
        super("Address already in use by Service " + service);
    }
}
