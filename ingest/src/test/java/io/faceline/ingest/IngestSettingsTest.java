package io.faceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.ingest.camera.CameraSettings;
import io.faceline.ingest.camera.open.address.CameraAddressSettings;
import io.faceline.ingest.feeds.FeedSettings;
import io.faceline.ingest.spool.SpoolLimits;
import io.faceline.ingest.video.VideoSettings;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SharedGallery;
import io.faceline.web.limits.LimitSettings;
import io.faceline.web.view.JobRetention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestSettingsTest {
    private static final AccessSettings ACCESS = access(Duration.ofDays(30));
    private static final AccessSettings KEPT_FOR_THREE_DAYS = access(Duration.ofDays(3));

    private static final LimitSettings REQUESTS = LimitSettings.from(new Settings(Map.of()));

    private static final VideoSettings VIDEOS = new VideoSettings(
            Path.of(System.getProperty("java.io.tmpdir"), "faceline-spool"),
            new SpoolLimits(4L << 30, 8L << 30, 32L << 30, 10_000),
            DiskFloor.DEFAULT,
            Duration.ofHours(6),
            4,
            20,
            JobRetention.DEFAULT);

    private static AccessSettings access(Duration cookieAge) {
        return new AccessSettings(
                Optional.empty(), Duration.ofHours(24), cookieAge, SharedGallery.AUTO, Optional.empty());
    }

    @Test
    void nothingSet_givesDefaults() {
        assertThat(IngestSettings.from(new Settings(Map.of())))
                .isEqualTo(new IngestSettings(
                        64,
                        Duration.ofSeconds(30),
                        5,
                        ImageLimits.DEFAULT,
                        200,
                        10_000,
                        VIDEOS,
                        new CameraSettings(true, new CameraAddressSettings(false, Optional.empty())),
                        new FeedSettings(true, 8 << 20, 100, List.of(), Duration.ofSeconds(1), 30),
                        ACCESS,
                        REQUESTS));
    }

    @Test
    void everythingSet_isTaken() {
        var settings = IngestSettings.from(new Settings(Map.ofEntries(
                Map.entry("FACELINE_WINDOW", "3"),
                Map.entry("FACELINE_ANSWER_TIMEOUT", "500ms"),
                Map.entry("FACELINE_FRAMES_PER_SECOND", "0.5"),
                Map.entry("FACELINE_MAX_IMAGE_BYTES", "1000"),
                Map.entry("FACELINE_MAX_IMAGE_PIXELS", "2000"),
                Map.entry("FACELINE_DECODE_TIMEOUT", "2s"),
                Map.entry("FACELINE_MAX_LIVE_SOURCES", "5"),
                Map.entry("FACELINE_MAX_SESSION_PHOTOS", "7"),
                Map.entry("FACELINE_SPOOL_FOLDER", "/spool"),
                Map.entry("FACELINE_MAX_VIDEO_BYTES", "1"),
                Map.entry("FACELINE_SESSION_SPOOL_BYTES", "5000000000"),
                Map.entry("FACELINE_SPOOL_BYTES", "3"),
                Map.entry("FACELINE_MAX_VIDEOS", "4"),
                Map.entry("FACELINE_MIN_FREE_BYTES", "7000000000"),
                Map.entry("FACELINE_MAX_VIDEO_SECONDS", "10"),
                Map.entry("FACELINE_RUNNING_JOBS", "2"),
                Map.entry("FACELINE_MAX_JOBS_PER_SESSION", "6"),
                Map.entry("FACELINE_JOB_RETENTION", "2h"),
                Map.entry("FACELINE_KEPT_JOB_RETENTION", "3d"),
                Map.entry("FACELINE_CAMERAS_READ", "false"),
                Map.entry("FACELINE_CAMERA_LOCAL_ADDRESSES", "true"),
                Map.entry("FACELINE_CAMERA_FILES", "films"),
                Map.entry("FACELINE_FEEDS", "false"),
                Map.entry("FACELINE_MAX_FEED_BYTES", "5000"),
                Map.entry("FACELINE_MAX_FEED_SOURCES", "6"),
                Map.entry("FACELINE_FEED_SOURCES", "door-1, hall-*"),
                Map.entry("FACELINE_STALE_AFTER", "7s"),
                Map.entry("FACELINE_MAX_CAMERA_FRAMES_PER_SECOND", "8"))));

        assertThat(settings)
                .isEqualTo(new IngestSettings(
                        3,
                        Duration.ofMillis(500),
                        0.5,
                        new ImageLimits(1000, 2000, ImageLimits.DEFAULT.minSide(), Duration.ofSeconds(2)),
                        5,
                        7,
                        new VideoSettings(
                                Path.of("/spool"),
                                new SpoolLimits(1, 5_000_000_000L, 3, 4),
                                DiskFloor.of(7_000_000_000L),
                                Duration.ofSeconds(10),
                                2,
                                6,
                                new JobRetention(Duration.ofHours(2), Duration.ofDays(3))),
                        new CameraSettings(false, new CameraAddressSettings(true, Optional.of(Path.of("films")))),
                        new FeedSettings(false, 5000, 6, List.of("door-1", "hall-*"), Duration.ofSeconds(7), 8),
                        KEPT_FOR_THREE_DAYS,
                        REQUESTS));
    }

    @ParameterizedTest
    @CsvSource({
        "FACELINE_WINDOW, 0",
        "FACELINE_ANSWER_TIMEOUT, soon",
        "FACELINE_FRAMES_PER_SECOND, 0",
        "FACELINE_MAX_IMAGE_BYTES, -1",
        "FACELINE_MAX_IMAGE_PIXELS, many",
        "FACELINE_DECODE_TIMEOUT, -1s",
        "FACELINE_MAX_LIVE_SOURCES, 0",
        "FACELINE_MAX_VIDEO_BYTES, 0",
        "FACELINE_SESSION_SPOOL_BYTES, -1",
        "FACELINE_SPOOL_BYTES, all",
        "FACELINE_MAX_VIDEOS, 0",
        "FACELINE_MAX_VIDEO_SECONDS, 0",
        "FACELINE_RUNNING_JOBS, 0",
        "FACELINE_MAX_JOBS_PER_SESSION, 0",
        "FACELINE_JOB_RETENTION, long",
        "FACELINE_KEPT_JOB_RETENTION, ever",
        "FACELINE_FEEDS, perhaps",
        "FACELINE_MAX_FEED_BYTES, 8388609",
        "FACELINE_MAX_FEED_SOURCES, 0",
        "FACELINE_FEED_SOURCES, front door"
    })
    void eachOneInvalid_isNamed(String name, String value) {
        assertThatThrownBy(() -> IngestSettings.from(new Settings(Map.of(name, value))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("\"" + value + "\"");
    }

    @ParameterizedTest
    @CsvSource({"14s, 10000, 15000ms", "30s, 45000, 50000ms"})
    void answerTimeoutIsRefused_instanceCannotTakeOverBefore(String answers, String session, String min) {
        var settings =
                new Settings(Map.of("FACELINE_ANSWER_TIMEOUT", answers, "FACELINE_KAFKA_SESSION_TIMEOUT_MS", session));

        assertThatThrownBy(() -> IngestSettings.from(settings).requireTimeForTakeover(KafkaSettings.from(settings)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("FACELINE_ANSWER_TIMEOUT=")
                .hasMessageContaining("must be at least " + min)
                .hasMessageContaining("FACELINE_KAFKA_SESSION_TIMEOUT_MS=" + session);
    }

    @Test
    void answerTimeoutIsTaken_defaults() {
        var settings = new Settings(Map.of());

        assertThat(IngestSettings.from(settings)
                        .requireTimeForTakeover(KafkaSettings.from(settings))
                        .answerTimeout())
                .isEqualTo(Duration.ofSeconds(30));
    }
}
