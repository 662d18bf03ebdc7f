/** Ingest: turns images into frames, limits their flow and returns the answers. */
package io.faceline.ingest;
