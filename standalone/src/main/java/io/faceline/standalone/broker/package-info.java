/** The in-process Kafka, and where the Kafka of a command is. */
package io.faceline.standalone.broker;
