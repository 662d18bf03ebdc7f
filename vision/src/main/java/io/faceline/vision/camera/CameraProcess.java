package io.faceline.vision.camera;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.process.FfmpegLibraries;
import io.faceline.vision.process.IsolatedJvm;
import io.faceline.vision.process.Isolation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A camera's process, {@link CameraMain}, seen from outside. Thread-safe, but for {@link #next}. */
final class CameraProcess implements JpegStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEAP_MEBIBYTES = 64;

    /** What FFmpeg keeps of pictures of 16 megapixels in full colour, and some more. */
    private static final long NATIVE_BYTES = 768L << 20;

    /** Its figures come each second, whatever the camera does. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private static final Duration GOODBYE = Duration.ofMillis(1800);

    private final Process process;
    private final Newest newest = new Newest();
    private Duration silence = Duration.ZERO;

    @GuardedBy("this")
    private @Nullable Order first;

    @GuardedBy("this")
    private Order.@Nullable Jpeg jpeg;

    @GuardedBy("this")
    private Order.@Nullable Faces faces;

    @GuardedBy("this")
    private boolean isClosed;

    @GuardedBy("this")
    private long replacedJpegs;

    private CameraProcess(Process process, Order first) {
        this.process = process;
        this.first = first;
    }

    static CameraProcess start(Order first) throws CameraException {
        var isolation = Isolation.detected();
        var files = new ArrayList<>(FfmpegLibraries.files(isolation));
        files.addAll(filesOf(first));
        var jvm = new IsolatedJvm(CameraMain.class, HEAP_MEBIBYTES, NATIVE_BYTES, List.of(), files);
        try {
            var needsNetwork =
                    first instanceof Order.OpenFfmpeg it && it.address().kind() == FfmpegAddress.Kind.RTSP;
            var started =
                    new CameraProcess(needsNetwork ? jvm.startWithNetwork(isolation) : jvm.start(isolation), first);
            started.thread("read-camera-", started::read);
            started.thread("tell-camera-", started::tell);
            return started;
        } catch (IOException e) {
            throw new CameraException(
                    CameraFault.CRASHED, "The process that reads the camera cannot be started: " + e.getMessage());
        }
    }

    private static List<Path> filesOf(Order first) {
        if (!(first instanceof Order.OpenFfmpeg open)) {
            return List.of();
        }
        return switch (open.address().kind()) {
            case RTSP -> List.of();
            case FILE, DEVICE -> List.of(FfmpegInput.file(open.address()));
        };
    }

    private void thread(String name, Runnable work) {
        var thread = new Thread(work, name + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private void read() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES))) {
            while (true) {
                put(Report.read(in));
            }
        } catch (IOException | IllegalArgumentException e) {
            // Also for an invalid report, since the process may be compromised.
            process.destroyForcibly();
            newest.end(new CameraException(
                    CameraFault.CRASHED, "The process that reads the camera ended. It is started again"));
        }
    }

    private void put(Report report) {
        if (report instanceof Report.Failed it) {
            newest.end(it.cause());
        } else if (report instanceof Report.Happened it && it.event() instanceof CameraEvent.Taken taken) {
            newest.put(taken);
        } else if (report instanceof Report.Happened it && it.event() instanceof CameraEvent.Figures figures) {
            newest.put(withReplaced(figures.figures()));
        }
    }

    private StreamFigures withReplaced(StreamFigures told) {
        return new StreamFigures(
                told.codec(),
                told.width(),
                told.height(),
                told.framesPerSecond(),
                told.received() + replacedJpegs(),
                told.damaged(),
                told.behind() + newest.replaced() + replacedJpegs(),
                told.repeated(),
                told.ignoredCells(),
                told.millisSincePicture(),
                told.notices());
    }

    private synchronized long replacedJpegs() {
        return replacedJpegs;
    }

    private void tell() {
        try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES))) {
            while (true) {
                var order = nextOrder();
                order.write(out);
                if (order instanceof Order.Close) {
                    return;
                }
            }
        } catch (IOException e) {
            // The process ended, which its other stream tells.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Order nextOrder() throws InterruptedException {
        while (true) {
            var opening = first;
            if (opening != null) {
                first = null;
                return opening;
            }
            if (isClosed) {
                return new Order.Close();
            }
            var found = faces;
            if (found != null) {
                faces = null;
                return found;
            }
            var picture = jpeg;
            if (picture != null) {
                jpeg = null;
                return picture;
            }
            wait();
        }
    }

    @Override
    public Optional<CameraEvent> next(Duration wait) throws CameraException, InterruptedException {
        var report = newest.take(wait);
        if (report.isEmpty()) {
            silence = silence.plus(wait);
            endIfStuck();
            return Optional.empty();
        }
        silence = Duration.ZERO;
        if (report.get() instanceof Report.Happened it) {
            return Optional.of(it.event());
        }
        throw ((Report.Failed) report.get()).cause();
    }

    private void endIfStuck() {
        if (silence.compareTo(LONGEST_SILENCE) > 0) {
            newest.end(new CameraException(
                    CameraFault.CRASHED,
                    "The process that reads the camera did nothing any longer. It is started again"));
            process.destroyForcibly();
        }
    }

    @Override
    public synchronized void facesInView(List<BoundingBox> boxes) {
        faces = new Order.Faces(List.copyOf(boxes));
        notifyAll();
    }

    @Override
    public synchronized void offer(byte[] picture, Instant arrivedAt) {
        if (jpeg != null) {
            replacedJpegs++;
        }
        jpeg = new Order.Jpeg(Blob.wrap(picture), arrivedAt);
        notifyAll();
    }

    @Override
    public void fail(CameraException cause) {
        newest.end(cause);
    }

    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        newest.end(new CameraException(CameraFault.ENDED, "The camera was closed"));
        try {
            if (!process.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
