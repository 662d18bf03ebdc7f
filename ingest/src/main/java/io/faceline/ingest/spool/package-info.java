/** Stores uploaded videos as files and limits their size. Independent of jobs. */
package io.faceline.ingest.spool;
