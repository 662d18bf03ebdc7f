package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.image.Picture;
import io.faceline.vision.process.FfmpegLibraries;
import io.faceline.vision.process.IsolatedJvm;
import io.faceline.vision.process.Isolation;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running {@link ImageDecoderMain}. Confined to one thread at a time. */
final class DecoderNextDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecoderNextDoor.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private List<ProcessHandle> family;
    private boolean isBroken;

    private DecoderNextDoor(Process process) {
        this.process = process;
        this.family = List.of(process.toHandle());
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.replies = new DataInputStream(process.getInputStream());
    }

    /** Starts a process and waits until it is ready. UncheckedIOException when it cannot be started. */
    static DecoderNextDoor start(ImageLimits limits) {
        var isolation = Isolation.detected();
        return start(jvm(limits, isolation), isolation);
    }

    static DecoderNextDoor start(IsolatedJvm jvm, Isolation isolation) {
        try {
            return ready(new DecoderNextDoor(jvm.start(isolation)));
        } catch (IOException e) {
            throw new UncheckedIOException("the image decoder process cannot be started", e);
        }
    }

    private static DecoderNextDoor ready(DecoderNextDoor started) throws IOException {
        var watch = Watchdog.over(started.process, started.family, START_TIMEOUT);
        try {
            DecoderReply.requireReady(started.replies);
            started.family = IsolatedJvm.family(started.process);
            LOG.debug("event=image_decoder_started pid={}", started.process.pid());
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        } finally {
            watch.close();
        }
    }

    static IsolatedJvm jvm(ImageLimits limits, Isolation isolation) {
        var properties = new ArrayList<String>();
        var files = new ArrayList<>(FfmpegLibraries.files(isolation));
        NativeOpenCv.file().ifPresent(library -> {
            properties.add("-D" + NativeOpenCv.FILE_PROPERTY + "=" + library);
            files.add(library);
        });
        return new IsolatedJvm(
                ImageDecoderMain.class, limits.decoderHeapMebibytes(), limits.decoderBytes(), properties, files);
    }

    Picture decode(AdmittedImage image, ImageLimits limits) throws IOException, ImageException {
        return exchange(
                DecoderRequest.pixels(image.bytes(), limits),
                limits,
                in -> DecoderReply.picture(in, image.header().pixels()));
    }

    Blob reencode(Blob file, ImageLimits limits) throws IOException, ImageException {
        return exchange(DecoderRequest.jpeg(file, limits), limits, DecoderReply::jpeg);
    }

    /** Reads the answer to a request. */
    private interface Read<T> {
        T from(DataInputStream replies) throws IOException, ImageException;
    }

    private <T> T exchange(DecoderRequest request, ImageLimits limits, Read<T> read)
            throws IOException, ImageException {
        var watch = Watchdog.over(process, family, limits.maxDecodingTime());
        try {
            request.write(requests);
            return read.from(replies);
        } catch (IOException | RuntimeException e) {
            isBroken = true;
            if (watch.hasKilled()) {
                throw tooCostly(limits, e);
            }
            throw e;
        } finally {
            watch.close();
            // It may have been killed after its last byte.
            isBroken |= watch.hasKilled();
        }
    }

    private static ImageException tooCostly(ImageLimits limits, Exception cause) {
        return new ImageException(
                FailureCode.TOO_COSTLY,
                "Decoding the image took more than " + limits.maxDecodingTime().toSeconds()
                        + " s and was aborted. Open it and save it again, or reduce its size.",
                cause);
    }

    boolean isUsable() {
        return !isBroken && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Kills the process. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
