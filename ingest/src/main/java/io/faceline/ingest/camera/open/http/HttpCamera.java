package io.faceline.ingest.camera.open.http;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.ingest.camera.open.Login;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import io.faceline.vision.camera.CameraStream;
import io.faceline.vision.camera.JpegStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A camera that is read over HTTP on a thread of its own; its pictures are decoded by a {@link JpegStream}. */
public final class HttpCamera implements CameraStream {
    /** A camera that is asked for each picture is asked once a second at most: each request costs it work. */
    static final Duration MIN_INTERVAL = Duration.ofSeconds(1);

    private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(60);
    private static final int MAX_FAILURES = 3;
    /** Each may be a wrong try that counts towards a lock of the account. */
    private static final int MAX_REFUSALS = 2;

    private final JpegStream decoder;
    private final HttpReading reading;
    private final Duration interval;
    private final ConditionMonitor closing = new ConditionMonitor();
    private long lastAnswer = System.nanoTime();
    private boolean wasAnswered;
    private int failures;

    private HttpCamera(HttpTarget target, Optional<Login> login, JpegStream decoder, Duration interval) {
        this.decoder = decoder;
        this.reading = new HttpReading(target, new HttpSignIn(login), decoder::offer, InstantSource.system());
        this.interval = interval;
    }

    /**
     * Starts to read. What goes wrong is thrown by {@link #next}.
     *
     * @param decoder closed with the camera
     * @param framesPerSecond at most this many single pictures are asked for, and no more than one a second
     */
    public static HttpCamera open(
            HttpTarget target, Optional<Login> login, JpegStream decoder, double framesPerSecond) {
        var wanted = Duration.ofNanos((long) (1e9 / Math.max(1e-3, framesPerSecond)));
        var camera = new HttpCamera(target, login, decoder, wanted.compareTo(MIN_INTERVAL) > 0 ? wanted : MIN_INTERVAL);
        DaemonThreads.of("http-camera", camera::run).start();
        return camera;
    }

    private void run() {
        try {
            while (!reading.isClosed()) {
                var begin = System.nanoTime();
                var wait = step();
                var passed = Duration.ofNanos(System.nanoTime() - begin);
                var rest = interval.minus(passed);
                var pause = wait.compareTo(rest) > 0 ? wait : rest;
                if (!pause.isNegative() && closing.holdsWithin(pause, reading::isClosed)) {
                    return;
                }
            }
        } catch (CameraException e) {
            decoder.fail(e);
        } catch (RuntimeException e) {
            // Without a reader the decoder would wait for ever.
            decoder.fail(new CameraException(CameraFault.CRASHED, "The reader of the camera failed"));
            throw e;
        }
    }

    /** Asks once; returns how long the camera wants to be left alone. */
    private Duration step() throws CameraException {
        try {
            if (reading.ask() == HttpReading.End.STREAM) {
                throw HttpReasons.ended();
            }
            answered();
            return Duration.ZERO;
        } catch (CameraException e) {
            // A message instead of a picture, now and then.
            if (e.fault() != CameraFault.UNDECODABLE) {
                throw e;
            }
            failed(e);
            return Duration.ZERO;
        } catch (HttpReading.BusyException e) {
            failed(e.reason());
            return e.retryAfter().compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : e.retryAfter();
        }
    }

    private void answered() {
        wasAnswered = true;
        failures = 0;
        lastAnswer = System.nanoTime();
    }

    /** One failure of a camera that answered before is no state: many are busy now and then. */
    private void failed(CameraException reason) throws CameraException {
        failures++;
        var silence = Duration.ofNanos(System.nanoTime() - lastAnswer);
        if (!wasAnswered || reading.refusals() >= MAX_REFUSALS) {
            throw reason;
        }
        if (failures >= MAX_FAILURES && silence.compareTo(HttpReading.BETWEEN_PICTURES) > 0) {
            throw reason;
        }
    }

    @Override
    public Optional<CameraEvent> next(Duration wait) throws CameraException, InterruptedException {
        return decoder.next(wait);
    }

    @Override
    public void facesInView(List<BoundingBox> faces) {
        decoder.facesInView(faces);
    }

    @Override
    public void close() {
        reading.close();
        closing.announce();
        decoder.close();
    }
}
