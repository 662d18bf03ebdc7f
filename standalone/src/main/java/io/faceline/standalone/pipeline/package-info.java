/** Everything in one JVM: a Kafka, the stages, ingest and api. */
package io.faceline.standalone.pipeline;
