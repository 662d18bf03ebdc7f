package io.faceline.vision.image.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.image.Codec;
import io.faceline.vision.image.NativeOpenCv;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Several photos at a time that are each within the limits, in a JVM with a small heap. */
@Tag("slow")
@Timeout(600)
class LargePhotosTest {
    /** Four of them take 1.2 GB decoded, and the memory for direct buffers is as large as the heap. */
    private static final String HEAP = "-Xmx400m";

    @Test
    void fourPhotosOf96Megapixels_neitherEndTheJvmNorFail(@TempDir Path folder) throws Exception {
        var photo = Files.write(folder.resolve("photo.jpg"), photo(12_000, 8_000));
        var log = folder.resolve("log").toFile();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var decoding = new ProcessBuilder(
                        java,
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DecodeAtOnce.class.getName(),
                        photo.toString(),
                        "4")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertThat(decoding.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(decoding.exitValue()).as(() -> read(log)).isZero();
    }

    private static String read(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static byte[] photo(int width, int height) {
        NativeOpenCv.load();
        var image = new Mat(height, width, CvType.CV_8UC3);
        Core.randu(image, 100, 104);
        try {
            return Codec.jpeg(image, 80);
        } finally {
            image.release();
        }
    }
}
