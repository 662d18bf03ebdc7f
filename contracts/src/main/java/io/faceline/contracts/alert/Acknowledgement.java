package io.faceline.contracts.alert;

import io.faceline.contracts.OmittedIfAbsent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has seen to an alert: one for all.
 *
 * @param by who, in words
 * @param note one visible line
 */
public record Acknowledgement(
        String by, Instant at, @OmittedIfAbsent @Nullable String note) {}
