package io.coxswain.network;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A port of a Service that is served somewhere. Called in steps of the proxy's serial executor. */
interface Forward {

    /** Where, with the port that was got. */
    Place place();

    /** Begins to serve; what comes before waits or is refused. */
    void start();

    /** For how long a client comes back to the endpoint that it had; {@code null}: clients play no role. */
    void affinity(@Nullable Duration timeout);

    /** Stops serving, gives the port back and cuts what is open. */
    void close();

    /** Makes them. */
    interface Factory {
        /**
         * Takes a place, and serves a port there once started.
         *
         * @throws IOException if the place can't be had
         */
        Forward open(ServicePortRef ref, Place place) throws IOException;
    }
}
