package io.faceline.tracker;

import io.faceline.runtime.settings.Settings;

/**
 * Settings of the tracker.
 *
 * @param window the most frames of a video that its sender has under way, as in the settings of ingest
 */
public record TrackerSettings(int threads, int window) {
    public static TrackerSettings from(Settings settings) {
        return new TrackerSettings(
                settings.integer("FACELINE_TRACKER_THREADS", 1, 1, 64),
                settings.integer("FACELINE_WINDOW", 64, 1, 1000));
    }
}
