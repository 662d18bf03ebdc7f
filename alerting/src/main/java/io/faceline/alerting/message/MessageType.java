package io.faceline.alerting.message;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a message to a receiver is about. */
public enum MessageType {
    /** The receiver is told of the alert for the first time, also if the alert has ended meanwhile. */
    OPENED("alert.opened"),
    UPDATED("alert.updated"),
    CLOSED("alert.closed"),
    /** It was somebody else. */
    CORRECTED("alert.corrected"),
    /** The person or the source was erased: the receiver must erase what it was told. */
    ERASED("alert.erased"),
    /** Several alerts in one message. */
    DIGEST("alert.digest"),
    /** Somebody tries the receiver. */
    TEST("alert.test");

    private final String text;

    MessageType(String text) {
        this.text = text;
    }

    /** As in the body. */
    @JsonValue
    public String text() {
        return text;
    }
}
