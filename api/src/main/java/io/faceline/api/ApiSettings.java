package io.faceline.api;

import io.faceline.api.alertrules.AlertSettings;
import io.faceline.api.cameras.CameraSettings;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.view.JobRetention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the api.
 *
 * @param changeTimeout time without an answer of the matcher after which a change fails
 * @param maxEventStreams maximum event streams open at a time
 * @param jobRetention must equal the settings of ingest, which deletes jobs
 * @param maxReferences maximum references of a session, and photos of a person; must equal the setting of the matcher
 * @param maxSessionPhotos maximum photos of all sessions together; must equal the setting of ingest
 * @param models folders of additional models and catalog entries
 * @param portrait requirements for photos to enroll; must equal the setting of the matcher, which enrolls them
 * @param access access rules of HTTP
 * @param addresses how clients are told apart by address
 * @param cameras settings of cameras
 * @param alerts settings of alerts
 */
public record ApiSettings(
        Duration changeTimeout,
        int maxEventStreams,
        JobRetention jobRetention,
        int maxReferences,
        int maxSessionPhotos,
        List<Path> models,
        PortraitRules portrait,
        AccessSettings access,
        AddressSettings addresses,
        CameraSettings cameras,
        AlertSettings alerts) {
    public ApiSettings {
        models = List.copyOf(models);
    }

    public static ApiSettings from(Settings settings) {
        return new ApiSettings(
                settings.duration("FACELINE_CHANGE_TIMEOUT", Duration.ofSeconds(10)),
                settings.integer("FACELINE_MAX_EVENT_STREAMS", 200, 1, 10_000),
                JobRetention.from(settings),
                settings.integer("FACELINE_MAX_REFERENCES", 1000, 1, 1_000_000),
                SessionPhotos.max(settings),
                settings.paths("FACELINE_MODELS"),
                PortraitRules.from(settings::decimal),
                AccessSettings.from(settings),
                AddressSettings.from(settings),
                CameraSettings.from(settings),
                AlertSettings.from(settings));
    }
}
