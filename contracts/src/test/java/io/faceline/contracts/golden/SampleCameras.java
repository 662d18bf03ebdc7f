package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ANSWERED;
import static io.faceline.contracts.golden.SampleValues.CAPTURED;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.image;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraHours;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.camera.IgnoredArea;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.schedule.DailySpan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cameras, their states and previews, and what is pushed. */
final class SampleCameras {
    private static final CameraId DOOR = new CameraId("door");
    private static final CameraAddress ADDRESS = new CameraAddress("rtsp://10.0.0.7/stream1");

    private static final CameraHours NIGHTS = new CameraHours(
            ZoneId.of("Europe/Berlin"),
            List.of(
                    new DailySpan(
                            List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 30)),
                    new DailySpan(List.of(), LocalTime.NOON, LocalTime.of(13, 0))));
    private static final CameraHours NEVER = new CameraHours(ZoneId.of("Europe/Berlin"), List.of());

    private SampleCameras() {}

    static Stream<GoldenRecord<Camera>> cameras() {
        return Stream.of(
                camera("with-defaults", Camera.of(DOOR, "Front door", ADDRESS, CameraOrigin.API, ANSWERED)),
                camera("of-a-file", Camera.of(DOOR, "Front door", ADDRESS, CameraOrigin.FILE, ANSWERED)),
                camera("of-a-newer-origin", Camera.of(DOOR, "Front door", ADDRESS, CameraOrigin.UNKNOWN, ANSWERED)),
                camera("with-everything", full(CameraSignIn.ofSecret("DOOR_CAMERA"), NIGHTS)),
                camera("encrypted", full(CameraSignIn.ofEncrypted("v1:AAECAwQ="), NEVER)),
                camera("deleted", null));
    }

    private static Camera full(CameraSignIn signIn, CameraHours hours) {
        return new Camera(
                DOOR,
                "Zoë’s door",
                ADDRESS,
                new CameraAddress("rtsp://10.0.0.7/stream2"),
                true,
                signIn,
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                2.5,
                1280,
                false,
                hours,
                List.of(new IgnoredArea(new BoundingBox(0.5, 0.25, 0.25, 0.5), true, false)),
                90,
                "16:9",
                64,
                0.5,
                true,
                false,
                24,
                CameraOrigin.API,
                ANSWERED);
    }

    private static GoldenRecord<Camera> camera(String name, @Nullable Camera camera) {
        return GoldenRecord.json(TOPICS.cameras(), name, DOOR.value(), camera);
    }

    static Stream<GoldenRecord<CameraState>> states() {
        var each = Arrays.stream(CameraCondition.values())
                .map(condition -> state(
                        condition.name().toLowerCase(Locale.ROOT),
                        new CameraState(
                                DOOR,
                                condition,
                                "in words",
                                CAPTURED,
                                null,
                                null,
                                List.of(),
                                CameraFigures.NONE,
                                "ingest-1",
                                ANSWERED)));
        var figures = new CameraFigures(
                "h264", 640, 360, 10.0, 240L, 1000, 500, 300, Map.of("STILL", 190L, "DAMAGED", 3L), 1, 2, 4);
        var redirected = new CameraState(
                DOOR,
                CameraCondition.UNREACHABLE,
                "The camera redirects to another address, which is not followed.",
                CAPTURED,
                ANSWERED,
                "rtsp://10.0.0.8/stream1",
                List.of(CameraNotice.values()),
                figures,
                "ingest-1",
                ANSWERED);
        return Stream.concat(each, Stream.of(state("with-everything", redirected), state("deleted", null)));
    }

    private static GoldenRecord<CameraState> state(String name, @Nullable CameraState state) {
        return GoldenRecord.json(TOPICS.cameraStates(), name, DOOR.value(), state);
    }

    static Stream<GoldenRecord<CameraPreview>> previews() {
        var preview = new CameraPreview(DOOR, new FrameId("door/1767322800000-17"), CAPTURED, 640, 360, image(1));
        return Stream.of(GoldenRecord.cbor(TOPICS.previews(), "preview", DOOR.value(), preview));
    }

    /** As a camera makes it: the first bytes of a JPEG. */
    static Stream<GoldenRecord<byte[]>> feeds() {
        var topic = TOPICS.feeds();
        var jpeg = new byte[] {-1, -40, -1, -32};
        return Stream.of(new GoldenRecord<>(topic.name(), "jpeg", "bin", "door-1", jpeg, topic.valueSerde()));
    }
}
