package io.faceline.contracts.delivery;

/** What a receiver is told of a person. */
public enum ReceiverContent {
    /** Ids alone. */
    IDS,
    /** Names too, which leave the house. */
    NAMES,
    /** Names, and a link to the picture that expires. */
    PICTURES,
    /** Only read: one that a newer version added; as {@code IDS}. */
    UNKNOWN
}
