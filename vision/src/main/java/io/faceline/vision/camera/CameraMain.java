package io.faceline.vision.camera;

import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import io.faceline.vision.camera.ffmpeg.Watchdog;
import io.faceline.vision.camera.motion.CellMotionGate;
import io.faceline.vision.video.Ffmpeg;
import io.faceline.vision.video.VideoException;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The process that reads a camera, started by {@link CameraDecoder}: {@link Order}s come by standard input, {@link
 * Report}s go to standard output. It ends with its input, after a goodbye to the camera. Three threads: one reads orders,
 * one reads and decodes pictures, one writes.
 */
final class CameraMain {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration FIGURES = Duration.ofSeconds(1);
    private static final long A_MOMENT_MILLIS = 100;
    private static final long LAST_WORDS_MILLIS = 1000;

    /** Longer than a goodbye may take, shorter than the parent waits for it. */
    private static final long END_MILLIS = 1500;

    private static final int SECONDS_BETWEEN_LOOKS_AT_MEMORY = 2;
    private static final long MAX_ALLOCATION = 256L << 20;
    private static final long PAGE_BYTES = 4096;
    private static final long MEBIBYTE = 1 << 20;

    private final Watchdog watchdog = new Watchdog();
    private final Newest newest = new Newest();
    private final Counters counters = new Counters();
    private final BlockingQueue<Order.Jpeg> jpegs = new ArrayBlockingQueue<>(1);
    private final PictureFlow flow;
    private final Order opening;
    private final Patience patience;

    private CameraMain(Order opening, PictureSettings settings, Patience patience) {
        this.opening = opening;
        this.patience = patience;
        this.flow = new PictureFlow(settings, patience, new CellMotionGate(), newest, counters);
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var stdout = new FileOutputStream(FileDescriptor.out);
        // Nothing else may write to standard output.
        System.setOut(System.err);
        var in = new DataInputStream(System.in);
        var order = Order.read(in);
        Ffmpeg.load();
        av_max_alloc(MAX_ALLOCATION);
        var main = of(order);
        var writer = new Thread(() -> main.write(stdout), "write-reports");
        writer.setDaemon(true);
        writer.start();
        var reader = new Thread(() -> main.readOrders(in), "read-orders");
        reader.setDaemon(true);
        reader.start();
        main.run();
        writer.join(LAST_WORDS_MILLIS);
        // FFmpeg's libraries need no goodbye.
        Runtime.getRuntime().halt(0);
    }

    private static CameraMain of(Order order) {
        if (order instanceof Order.OpenFfmpeg it) {
            return new CameraMain(it, it.settings(), it.patience());
        }
        if (order instanceof Order.OpenJpegs it) {
            return new CameraMain(it, it.settings(), it.patience());
        }
        throw new IllegalArgumentException("the first order must open a camera");
    }

    private void run() {
        try {
            if (opening instanceof Order.OpenFfmpeg it) {
                runFfmpeg(it);
            } else {
                runJpegs();
            }
            newest.end(new CameraException(CameraFault.ENDED, "The camera was closed"));
        } catch (VideoException e) {
            newest.end(new CameraException(CameraFault.UNDECODABLE, e.text()));
        } catch (CameraException e) {
            newest.end(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runFfmpeg(Order.OpenFfmpeg order) throws CameraException, VideoException, InterruptedException {
        try (flow;
                var source = new FfmpegSource(order, watchdog, flow, counters)) {
            source.run();
        }
    }

    private void runJpegs() throws CameraException, VideoException, InterruptedException {
        try (flow;
                var source = new JpegSource(patience, flow, counters)) {
            while (!watchdog.isStopped()) {
                var jpeg = jpegs.poll(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                if (jpeg != null) {
                    source.take(jpeg);
                }
            }
        }
    }

    /** Ends with the parent process, even if FFmpeg hangs. */
    private void readOrders(DataInputStream in) {
        try {
            while (true) {
                var order = Order.read(in);
                if (order instanceof Order.Jpeg it) {
                    jpegs.put(it);
                } else if (order instanceof Order.Faces it) {
                    flow.facesInView(it.boxes());
                } else {
                    stop();
                }
            }
        } catch (IOException | InterruptedException e) {
            stop();
        }
    }

    private void stop() {
        watchdog.stop();
        try {
            Thread.sleep(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private void write(FileOutputStream stdout) {
        try (var out = new DataOutputStream(new BufferedOutputStream(stdout, BUFFER_BYTES))) {
            var next = System.nanoTime() + FIGURES.toNanos();
            for (var second = 0; ; ) {
                var report = newest.take(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                if (report.isPresent()) {
                    report.get().write(out);
                    if (report.get() instanceof Report.Failed) {
                        return;
                    }
                }
                if (System.nanoTime() - next >= 0) {
                    next += FIGURES.toNanos();
                    newest.put(counters.figures(System.nanoTime(), newest.replaced()));
                    endIfStuck();
                    second++;
                    if (second % SECONDS_BETWEEN_LOOKS_AT_MEMORY == 0) {
                        checkMemory();
                    }
                }
            }
        } catch (IOException e) {
            // The parent process ended.
            watchdog.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** FFmpeg cannot be interrupted while it decodes; the parent ends this process when it is told. */
    private void endIfStuck() {
        if (counters.isStuck(System.nanoTime(), patience.picture())) {
            newest.end(Reasons.tooCostly(patience.picture().toSeconds()));
            watchdog.stop();
        }
    }

    private void checkMemory() throws IOException {
        var statm = Path.of("/proc/self/statm");
        if (Files.isReadable(statm)) {
            var pages = Long.parseLong(Files.readString(statm).split(" ", -1)[1]);
            var resident = pages * PAGE_BYTES / MEBIBYTE;
            if (resident > patience.maxResidentMebibytes()) {
                newest.end(Reasons.tooMuchMemory(resident));
                watchdog.stop();
            }
        }
    }
}
