/** Tells brokers of MQTT, with the conventions of Home Assistant. */
@NullMarked
package io.faceline.delivery.mqtt;

import org.jspecify.annotations.NullMarked;
