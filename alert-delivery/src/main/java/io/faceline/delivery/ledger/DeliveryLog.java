package io.faceline.delivery.ledger;

import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverStatus;

/** Keeps what a restart must know. Writes of one key are kept in their order. Thread-safe. */
public interface DeliveryLog {
    void write(Delivery delivery);

    /** Nothing is remembered of this key any more. */
    void remove(String key);

    void write(ReceiverStatus status);

    void removeStatus(ReceiverId receiver);

    /** The receiver has gone for good. */
    void disable(Receiver disabled);
}
