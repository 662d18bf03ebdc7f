package io.faceline.alerting.message;

import io.faceline.contracts.OmittedIfAbsent;
import org.jspecify.annotations.Nullable;

/**
 * What has an id and perhaps a name.
 *
 * @param name absent if it is unknown, or not for the receiver
 */
public record Named(String id, @OmittedIfAbsent @Nullable String name) {}
