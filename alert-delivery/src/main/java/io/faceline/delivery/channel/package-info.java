/** How receivers are reached: the port between what is to be told and webhooks or brokers of MQTT. */
@NullMarked
package io.faceline.delivery.channel;

import org.jspecify.annotations.NullMarked;
