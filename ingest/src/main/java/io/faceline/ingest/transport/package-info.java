/** Sends frames to Kafka, receives their answers and controls the flow. */
package io.faceline.ingest.transport;
