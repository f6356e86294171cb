package io.coxswain.client;

/** A running watch. */
public interface Watch extends AutoCloseable {

    /** Asks for a bookmark: {@link WatchListener#onBookmark} is called soon, at a revision not below the newest at the moment of this call. Never blocks. */
    void requestBookmark();

    /** Ends the watch; the listener's {@code onEnd} comes after the call that is under way. Never blocks, also not from inside the listener; calling again changes nothing. */
    @Override
    void close();
}
