package io.faceline.ingest.video;

import io.faceline.ingest.spool.SpoolLimits;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.view.JobRetention;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of videos over HTTP.
 *
 * @param spoolFolder folder of the uploaded videos; not shared by processes
 * @param floor what stays free of the disk of that folder
 * @param maxDuration maximum duration of a video
 * @param runningJobs maximum jobs running at a time
 * @param maxJobsPerSession maximum unfinished jobs of a session
 * @param retention of jobs
 */
public record VideoSettings(
        Path spoolFolder,
        SpoolLimits limits,
        DiskFloor floor,
        Duration maxDuration,
        int runningJobs,
        int maxJobsPerSession,
        JobRetention retention) {
    public static final double MIN_FRAMES_PER_SECOND = 0.001;
    public static final double MAX_FRAMES_PER_SECOND = 1000;

    private static final long GIBIBYTE = 1L << 30;

    public static VideoSettings from(Settings settings) {
        return new VideoSettings(
                settings.folder(
                        "FACELINE_SPOOL_FOLDER", Path.of(System.getProperty("java.io.tmpdir"), "faceline-spool")),
                new SpoolLimits(
                        settings.bytes("FACELINE_MAX_VIDEO_BYTES", 4 * GIBIBYTE, 1, Long.MAX_VALUE),
                        settings.bytes("FACELINE_SESSION_SPOOL_BYTES", 8 * GIBIBYTE, 1, Long.MAX_VALUE),
                        settings.bytes("FACELINE_SPOOL_BYTES", 32 * GIBIBYTE, 1, Long.MAX_VALUE),
                        settings.integer("FACELINE_MAX_VIDEOS", 10_000, 1, Integer.MAX_VALUE)),
                DiskFloor.from(settings),
                Duration.ofSeconds(settings.integer("FACELINE_MAX_VIDEO_SECONDS", 6 * 60 * 60, 1, Integer.MAX_VALUE)),
                settings.integer("FACELINE_RUNNING_JOBS", 4, 1, 100),
                settings.integer("FACELINE_MAX_JOBS_PER_SESSION", 20, 1, 1000),
                JobRetention.from(settings));
    }
}
