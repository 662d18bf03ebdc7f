/** Frames into Kafka and their answers out of it; flow control. */
package io.faceline.ingest.transport;
