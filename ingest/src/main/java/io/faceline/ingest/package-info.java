/** The way in: images become frames; holds the flow, answers who waits. */
package io.faceline.ingest;
