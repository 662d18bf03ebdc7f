/** Jobs as HTTP shows them, the same from ingest and api. */
@org.jspecify.annotations.NullMarked
package io.faceline.runtime.jobs;
