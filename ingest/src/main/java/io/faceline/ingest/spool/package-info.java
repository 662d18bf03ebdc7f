/** Uploaded videos as files: received, counted, found again and deleted. Knows nothing of jobs. */
package io.faceline.ingest.spool;
