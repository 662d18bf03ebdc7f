package io.faceline.vision.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.vision.TestModels;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEnvironmentTest {
    private static final String STILL_ALIVE = "the network ran after the library's own shutdown hook";
    private static final Duration LONGER_THAN_THE_LIBRARYS_HOOK = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void networkThatLogs_runsWhileTheProcessEnds() throws Exception {
        var out = folder.resolve("out");

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash"),
                        "-Dfaceline.npm=" + System.getProperty("faceline.npm"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndsWhileItRuns.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(out).content().contains(STILL_ALIVE);
    }

    /** A process that exits during an inference. */
    static final class EndsWhileItRuns {
        private EndsWhileItRuns() {}

        public static void main(String[] args) throws OrtException {
            var catalog = ModelCatalog.load(List.of());
            var detector = catalog.model("rfb320");
            var content = ModelFiles.of(catalog, TestModels.npm(), List.of()).read(detector);
            var options = new OrtSession.SessionOptions();
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_VERBOSE);
            var session = OnnxEnvironment.get().createSession(content, options);
            var input = detector.input();
            var shape = new long[] {1, 3, input.height(), input.width()};
            Runtime.getRuntime().addShutdownHook(new Thread(() -> runForAWhile(session, input.name(), shape)));
        }

        private static void runForAWhile(OrtSession session, String input, long[] shape) {
            var end = System.nanoTime() + LONGER_THAN_THE_LIBRARYS_HOOK.toNanos();
            while (System.nanoTime() < end) {
                run(session, input, shape);
            }
            System.out.println(STILL_ALIVE);
        }

        private static void run(OrtSession session, String input, long[] shape) {
            var pixels = FloatBuffer.allocate((int) (shape[1] * shape[2] * shape[3]));
            try (var tensor = OnnxTensor.createTensor(OnnxEnvironment.get(), pixels, shape);
                    var result = session.run(Map.of(input, tensor))) {
                assertThat(result.size()).isPositive();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
