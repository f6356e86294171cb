package io.coxswain.event;

/** Whether an event is good news. */
public enum EventType {
    /** Something happened as it should. */
    NORMAL("Normal"),
    /** Something may need attention. */
    WARNING("Warning");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** The text in the Event's {@code type}. */
    public String wireName() {
        return wireName;
    }
}
