/** The in-process Kafka and the choice of the Kafka that a command uses. */
package io.faceline.standalone.broker;
