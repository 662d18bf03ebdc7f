package io.faceline.matcher;

import io.faceline.runtime.kafka.WriteToken;

/** Sends the fence of a new task. */
@FunctionalInterface
interface FenceSender {
    /**
     * Sends a tombstone for an unused key to {@code people} and one to {@code gallery}, outside of any transaction: the
     * broker shows them to readers of committed records only when all transactions that began before have ended.
     */
    void send(WriteToken people, WriteToken gallery);
}
