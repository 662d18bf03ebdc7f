/** The whole pipeline in one JVM: Kafka, the stages, ingest and api. */
package io.faceline.standalone.pipeline;
