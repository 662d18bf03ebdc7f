package io.faceline.delivery.kafka;

import io.faceline.contracts.alert.Alert;

/** Works on the alerts while this instance owns them. Called by one thread. */
interface AlertsOwner {
    /** Reads what is known; may take long. Called by a thread of its own, and not at the same time as the others. */
    Runnable prepare();

    /** The next revision. */
    void heard(Alert alert);

    /** What was heard so far is durable once this returns; otherwise it throws a KafkaException. */
    void complete();

    /** Others own the alerts once this returns, which must be soon. */
    void letGo();
}
