package io.faceline.ingest.spool;

/**
 * Limits of the spool.
 *
 * @param videoBytes maximum size of one video
 * @param sessionBytes maximum size of all videos of one session
 * @param totalBytes maximum size of all videos, of which a client address has a share
 * @param videos maximum number of all videos, each of which is a job in memory; a client address has a share
 */
public record SpoolLimits(long videoBytes, long sessionBytes, long totalBytes, int videos) {}
