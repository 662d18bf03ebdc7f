package io.faceline.delivery.mqtt;

/**
 * A retained message to be published.
 *
 * @param payload empty to clear what is retained
 */
record Send(String topic, String payload) {}
