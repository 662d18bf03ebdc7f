package io.faceline.delivery.worker;

import io.faceline.alerting.message.AlertMessages;
import io.faceline.delivery.channel.Channels;
import io.faceline.delivery.ledger.LedgerParts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What all workers share.
 *
 * @param isOwner whether no other instance can deliver at this moment
 * @param failed is told of bugs
 */
public record WorkerParts(
        LedgerParts ledger,
        Channels channels,
        AlertMessages messages,
        BooleanSupplier isOwner,
        Consumer<Throwable> failed) {}
