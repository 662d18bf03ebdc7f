/** Reads alerts, and keeps deliveries in their topic. */
@NullMarked
package io.faceline.delivery.kafka;

import org.jspecify.annotations.NullMarked;
