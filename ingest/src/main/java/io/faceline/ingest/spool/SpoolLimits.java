package io.faceline.ingest.spool;

/**
 * Size limits of the spool.
 *
 * @param videoBytes maximum size of one video
 * @param sessionBytes maximum size of all videos of one session
 * @param totalBytes maximum size of all videos
 */
public record SpoolLimits(long videoBytes, long sessionBytes, long totalBytes) {}
