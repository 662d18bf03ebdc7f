package io.faceline.alerting.message;

/** What is told a receiver in one go. Its fields are those of the usual body, and the variables of a template. */
public sealed interface Message permits AlertMessage, DigestMessage {
    MessageType type();

    /** The same in each attempt to deliver it; without a dot. */
    String id();
}
