package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.process.IsolatedJvm;
import io.faceline.vision.process.Isolation;
import io.faceline.vision.process.MemoryRoom;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** The image decoder process: what it answers, and that no image can do more than end it. */
@Tag("slow")
@Timeout(300)
class ImageIsolationTest {
    private static final ImageLimits LIMITS = ImageLimits.DEFAULT;

    private final List<DecodersNextDoor> opened = new ArrayList<>();
    private final Deque<DecoderNextDoor> started = new ArrayDeque<>();

    @AfterEach
    void close() {
        opened.forEach(DecodersNextDoor::close);
    }

    @Test
    void everyFormat_hasThePixelsThatThisProcessWouldDecode() throws ImageException {
        var decoder = decoder(LIMITS);

        for (var file : List.of(
                encoded(".png", 333, 211),
                encoded(".webp", 333, 211),
                encoded(".bmp", 40, 30),
                encoded(".tiff", 333, 211),
                encoded(
                        ".jpg",
                        333,
                        211,
                        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR,
                        Imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR_444),
                encoded(".png", 16, 30_000),
                encoded(".png", 30_000, 16))) {
            try (var picture = decoder.decode(file);
                    var here = new LocalDecoder().decode(new ImageValidator(LIMITS).admit(file))) {
                assertThat(Core.norm(picture.bgr(), here.bgr(), Core.NORM_INF)).isZero();
            }
        }
        assertThat(started).as("one process for all").hasSize(1);
    }

    @Test
    void ordinaryJpegs_areDecodedHere() throws ImageException {
        var decoder = decoder(LIMITS);

        decoder.decode(encoded(".jpg", 640, 360)).close();
        decoder.decode(encoded(".jpg", 4000, 3000)).close();

        assertThat(started).isEmpty();
    }

    @Test
    void largeAndProgressiveAndTruncatedJpegs_areDecodedNextDoor() throws ImageException {
        var decoder = decoder(LIMITS);

        decoder.decode(encoded(".jpg", 5000, 4000)).close();
        decoder.decode(encoded(".jpg", 2000, 2000, Imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1))
                .close();
        var whole = encoded(".jpg", 640, 360).toByteArray();
        assertFails(decoder, Blob.wrap(Arrays.copyOf(whole, whole.length / 2)), FailureCode.DAMAGED_IMAGE);

        assertThat(started).hasSize(1);
    }

    /** Its process is alive and does nothing, as if it waited for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hungDecoder_isKilled_andTheNextImageIsDecoded() throws Exception {
        var decoder = decoder(withTime(Duration.ofSeconds(1)));
        warmUp(decoder);
        var hung = started.getLast();
        signal("STOP", hung.pid());

        assertFails(decoder, encoded(".png", 100, 100), FailureCode.TOO_COSTLY);

        assertGone(hung.pid());
        warmUp(decoder);
        assertThat(started.getLast().pid()).isNotEqualTo(hung.pid());
    }

    /** A file that is valid and keeps the limits, and takes more than it may. */
    @Test
    void costlyImage_isKilled_andNotTriedAgain() throws Exception {
        var costly = encoded(".png", 8000, 8000);
        var decoder = decoder(withTime(Duration.ofMillis(40)));

        assertFails(decoder, costly, FailureCode.TOO_COSTLY);

        assertThat(started).hasSize(1);
        assertGone(started.getLast().pid());
        try (var picture = decoder(LIMITS).decode(costly)) {
            assertThat(picture.width()).isEqualTo(8000);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void processThatDiedBefore_isReplacedForTheImage() throws Exception {
        var decoder = decoder(LIMITS);
        warmUp(decoder);
        signal("KILL", started.getLast().pid());

        decoder.decode(encoded(".png", 100, 100)).close();

        assertThat(started).hasSize(2);
    }

    @Test
    void crash_failsTheImageAlone() {
        assertFails(decoder(LIMITS, main(CrashingDecoder.class)), encoded(".png", 100, 100), FailureCode.DAMAGED_IMAGE);
        assertThat(started).hasSize(1);
    }

    @Test
    void answersOfACompromisedProcess_areNotBelieved() {
        assertFails(decoder(LIMITS, main(LyingDecoder.class)), encoded(".png", 100, 100), FailureCode.DAMAGED_IMAGE);
    }

    /** Decoding it takes 192 MB for the pixels alone. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void imageThatTakesTooMuchMemory_fails_andTheNextIsDecoded() throws ImageException {
        var large = encoded(".png", 8000, 8000);
        var decoder = decoder(LIMITS, limits -> {
            var jvm = DecoderNextDoor.jvm(limits, Isolation.detected());
            return new IsolatedJvm(jvm.main(), jvm.heapMebibytes(), -(100 << 20), jvm.properties(), jvm.files());
        });

        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> decoder.decode(large))
                .satisfies(e -> assertThat(e.code()).isEqualTo(FailureCode.TOO_COSTLY));
        decoder.decode(encoded(".png", 100, 100)).close();
    }

    @Test
    void largePicture_waitsForRoom_andFailsWithoutAny() throws Exception {
        var room = new MemoryRoom(100 << 20);
        var decoder = new ImageDecoder(
                withTime(Duration.ofMillis(1)),
                decoders(LIMITS, main(CrashingDecoder.class)),
                new PictureRoom(room, 1000));
        var photo = encoded(".jpg", 2000, 1500);

        try (var first = decoder.decode(photo)) {
            assertThat(first.width()).isEqualTo(2000);
            assertThat(room.free()).isLessThan(100 << 20);
            var taken = room.take(room.free(), Duration.ZERO).orElseThrow();
            assertFails(decoder, photo, FailureCode.TIMEOUT);
            taken.close();
        }
        assertThat(room.free()).isEqualTo(100 << 20);
        decoder.decode(photo).close();
        assertThat(room.free()).isEqualTo(100 << 20);
    }

    @Test
    void imageThatFails_givesItsRoomBack() {
        var room = new MemoryRoom(100 << 20);
        var decoder =
                new ImageDecoder(LIMITS, decoders(LIMITS, main(CrashingDecoder.class)), new PictureRoom(room, 1000));

        assertFails(decoder, encoded(".png", 100, 100), FailureCode.DAMAGED_IMAGE);

        assertThat(room.free()).isEqualTo(100 << 20);
    }

    private static ImageLimits withTime(Duration time) {
        return new ImageLimits(LIMITS.maxBytes(), LIMITS.maxPixels(), LIMITS.minSide(), time);
    }

    /** Until a process is there that answers within the time, whatever else the machine does. */
    private void warmUp(ImageDecoder decoder) throws ImageException {
        for (var i = 0; i < 20; i++) {
            try (var picture = decoder.decode(encoded(".png", 100, 100))) {
                assertThat(picture.width()).isEqualTo(100);
                if (started.getLast().isUsable()) {
                    return;
                }
            } catch (ImageException e) {
                assertThat(e.code()).isEqualTo(FailureCode.TOO_COSTLY);
            }
        }
        throw new AssertionError("too slow a machine for " + decoder);
    }

    private ImageDecoder decoder(ImageLimits limits) {
        return decoder(limits, key -> DecoderNextDoor.jvm(key, Isolation.detected()));
    }

    private ImageDecoder decoder(ImageLimits limits, Function<ImageLimits, IsolatedJvm> jvm) {
        return new ImageDecoder(limits, decoders(limits, jvm), PictureRoom.SHARED);
    }

    private DecodersNextDoor decoders(ImageLimits limits, Function<ImageLimits, IsolatedJvm> jvm) {
        var decoders = new DecodersNextDoor(limits, 1, key -> {
            var process = DecoderNextDoor.start(jvm.apply(key), Isolation.detected());
            started.add(process);
            return process;
        });
        opened.add(decoders);
        return decoders;
    }

    private static Function<ImageLimits, IsolatedJvm> main(Class<?> main) {
        return limits -> new IsolatedJvm(main, 64, 1 << 30, List.of(), List.of());
    }

    private static void assertFails(ImageDecoder decoder, Blob file, FailureCode code) {
        assertThatExceptionOfType(ImageException.class)
                .isThrownBy(() -> decoder.decode(file))
                .satisfies(e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    /** To the process and to those within its sandbox. */
    private static void signal(String name, long pid) throws IOException, InterruptedException {
        var process = ProcessHandle.of(pid).orElseThrow();
        for (var member :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            var isSent = new ProcessBuilder("kill", "-" + name, Long.toString(member.pid()))
                            .start()
                            .waitFor()
                    == 0;
            // One within a sandbox may have died with it.
            assertThat(isSent || !member.isAlive()).isTrue();
        }
    }

    private static void assertGone(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    /** Noise in some rows, so that a large image has bytes enough but not too many. */
    private static Blob encoded(String format, int width, int height, int... parameters) {
        NativeOpenCv.load();
        var image = new Mat(height, width, CvType.CV_8UC3, Scalar.all(90));
        var noisy = image.rowRange(0, Math.max(1, height / 8));
        Core.randu(noisy, 0, 64);
        noisy.release();
        var bytes = new MatOfByte();
        Imgcodecs.imencode(format, image, bytes, new MatOfInt(parameters));
        image.release();
        return Blob.wrap(bytes.toArray());
    }
}
