package io.coxswain.endpoint;

import org.jspecify.annotations.Nullable;

/** What an {@link AddressBlock} needs of the machine. */
interface Sockets {

    /** Begins to listen there; port 0 is any free one. {@code null} if that isn't possible. */
    @Nullable
    Bound bind(String address, int port);

    /** A port that is held. */
    interface Bound {
        int port();

        /** Lets go of it; calling again changes nothing. */
        void close();
    }
}
