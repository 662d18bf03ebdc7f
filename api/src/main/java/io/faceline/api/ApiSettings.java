package io.faceline.api;

import io.faceline.contracts.face.PortraitRules;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.AccessSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the api.
 *
 * @param changeTimeout after this time without an answer of the matcher a change counts as not made
 * @param maxEventStreams how many connections that events are told over are open at once
 * @param jobRetention how long a job is kept from its start on; ingest, which deletes it, must be told the same
 * @param models folders of models and catalog entries besides our own
 * @param portrait what a photo must be to be enrolled; the matcher, which enrolls, must be told the same
 * @param access who may do what over HTTP
 */
public record ApiSettings(
        Duration changeTimeout,
        int maxEventStreams,
        Duration jobRetention,
        List<Path> models,
        PortraitRules portrait,
        AccessSettings access) {
    public ApiSettings {
        models = List.copyOf(models);
    }

    public static ApiSettings from(Settings settings) {
        return new ApiSettings(
                settings.duration("FACELINE_CHANGE_TIMEOUT", Duration.ofSeconds(10)),
                settings.integer("FACELINE_MAX_EVENT_STREAMS", 200, 1, 10_000),
                settings.duration("FACELINE_JOB_RETENTION", Duration.ofHours(24)),
                settings.paths("FACELINE_MODELS"),
                PortraitRules.from(settings::decimal),
                AccessSettings.from(settings));
    }
}
