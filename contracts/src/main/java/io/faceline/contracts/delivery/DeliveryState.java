package io.faceline.contracts.delivery;

/** What became of the newest revision that a receiver is to be told. */
public enum DeliveryState {
    /** It is to be sent, at once or again. */
    WAITING,
    /** The receiver accepted it. */
    DELIVERED,
    /** The receiver refused it, as it did others before or after it not: it may be sent again by hand. */
    SET_ASIDE,
    /** It could not be delivered in time: it may be sent again by hand. */
    EXPIRED,
    /** It was no news any more, and the receiver does not want such. */
    DROPPED,
    /** The person, or the source, was erased, and nobody was told of it. */
    ERASED,
    /** Only read: a state that a newer version added. */
    UNKNOWN
}
