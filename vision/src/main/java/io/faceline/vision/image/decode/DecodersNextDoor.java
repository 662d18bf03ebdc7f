package io.faceline.vision.image.decode;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Image decoder processes, one for each core at most, started when they are first needed and used again. One that takes
 * too long is killed, and the image is answered at once. Thread-safe.
 */
final class DecodersNextDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecodersNextDoor.class);

    /** All decoders of a JVM with the same limits share their processes. */
    private static final Map<ImageLimits, DecodersNextDoor> SHARED = new ConcurrentHashMap<>();

    private final ImageLimits limits;
    private final Function<ImageLimits, DecoderNextDoor> start;
    private final Semaphore permits;

    @GuardedBy("this")
    private final Deque<DecoderNextDoor> idle = new ArrayDeque<>();

    /** One exchange with a process. */
    private interface Exchange<T> {
        T with(DecoderNextDoor decoder) throws IOException, ImageException;
    }

    /** @param start starts a process that is ready; UncheckedIOException when it cannot */
    DecodersNextDoor(ImageLimits limits, int max, Function<ImageLimits, DecoderNextDoor> start) {
        this.limits = limits;
        this.start = start;
        this.permits = new Semaphore(max, true);
    }

    static DecodersNextDoor shared(ImageLimits limits) {
        return SHARED.computeIfAbsent(
                limits,
                key -> new DecodersNextDoor(key, Runtime.getRuntime().availableProcessors(), DecoderNextDoor::start));
    }

    /** Decodes an image to a picture that the caller closes. */
    Picture decode(AdmittedImage image) throws ImageException {
        return ask(decoder -> decoder.decode(image, limits));
    }

    /** Decodes a file and encodes it as an upright JPEG that fits into a frame. */
    Blob reencode(Blob file) throws ImageException {
        return ask(decoder -> decoder.reencode(file, limits));
    }

    private <T> T ask(Exchange<T> exchange) throws ImageException {
        acquire();
        try {
            var before = poll();
            return before.isPresent() ? askAgain(exchange, before.get()) : ask(exchange, fresh());
        } catch (IOException e) {
            LOG.warn("event=image_decoder_crashed", e);
            throw new ImageException(
                    FailureCode.DAMAGED_IMAGE,
                    "The image crashed its decoder; nothing else is affected. Open it and save it again as JPEG.",
                    e);
        } finally {
            permits.release();
        }
    }

    /** Once more with a fresh process if this one crashes, because an earlier image may have damaged it. */
    private <T> T askAgain(Exchange<T> exchange, DecoderNextDoor decoder) throws IOException, ImageException {
        try {
            return ask(exchange, decoder);
        } catch (IOException e) {
            LOG.debug("event=image_decoder_replaced", e);
            return ask(exchange, fresh());
        }
    }

    private <T> T ask(Exchange<T> exchange, DecoderNextDoor decoder) throws IOException, ImageException {
        try {
            return exchange.with(decoder);
        } finally {
            giveBack(decoder);
        }
    }

    private void acquire() throws ImageException {
        try {
            if (permits.tryAcquire(limits.maxWait().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ImageException(
                FailureCode.TIMEOUT,
                "All image decoders were busy for " + limits.maxWait().toSeconds() + " s. Send the image again.");
    }

    private DecoderNextDoor fresh() {
        return start.apply(limits);
    }

    private synchronized Optional<DecoderNextDoor> poll() {
        for (var next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isUsable()) {
                return Optional.of(next);
            }
            next.close();
        }
        return Optional.empty();
    }

    /** One that was killed or crashed is replaced when the next image needs it. */
    private synchronized void giveBack(DecoderNextDoor decoder) {
        if (decoder.isUsable()) {
            idle.push(decoder);
        } else {
            decoder.close();
        }
    }

    /** Ends the idle processes; those in use end with this JVM. */
    @Override
    public synchronized void close() {
        idle.forEach(DecoderNextDoor::close);
        idle.clear();
    }
}
