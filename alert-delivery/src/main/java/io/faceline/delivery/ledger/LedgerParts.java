package io.faceline.delivery.ledger;

import java.time.InstantSource;

/** What all ledgers share. */
public record LedgerParts(DeliveryLog log, DeliveryMetrics metrics, Backoff backoff, InstantSource clock) {}
