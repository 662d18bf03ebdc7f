package io.faceline.web.view;

import io.faceline.runtime.settings.Settings;
import java.time.Duration;

/**
 * How long videos and what was found in them are kept. The same in ingest, which deletes them, and in api, which reports the
 * times.
 *
 * @param usual from the start of a job
 * @param kept of a job that its owner keeps, since the owner last said so
 */
public record JobRetention(Duration usual, Duration kept) {
    public static final JobRetention DEFAULT = new JobRetention(Duration.ofHours(24), Duration.ofDays(30));

    /** {@code FACELINE_JOB_RETENTION} and {@code FACELINE_KEPT_JOB_RETENTION}. */
    public static JobRetention from(Settings settings) {
        return new JobRetention(
                settings.duration("FACELINE_JOB_RETENTION", DEFAULT.usual),
                settings.duration("FACELINE_KEPT_JOB_RETENTION", DEFAULT.kept));
    }
}
