package io.coxswain.informer;

/** How a handler comes to hear of an object for the first time. */
public enum Origin {
    /** It was there already, when the informer or the handler began. */
    INITIAL_LIST,
    /** It was created, or began to be selected, afterwards. */
    CHANGE
}
