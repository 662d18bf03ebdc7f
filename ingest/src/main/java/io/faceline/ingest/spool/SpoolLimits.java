package io.faceline.ingest.spool;

/**
 * How much may lie in the spool.
 *
 * @param videoBytes of one video
 * @param sessionBytes of all videos of one session
 * @param totalBytes of all videos
 * @param freeBytes that are left to the disk whatever comes
 */
public record SpoolLimits(long videoBytes, long sessionBytes, long totalBytes, long freeBytes) {}
