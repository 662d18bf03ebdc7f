/** Kafka as other programs use it. */
package io.faceline.systemtests.kafka;
