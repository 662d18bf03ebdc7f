package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.process.Isolation;
import io.faceline.vision.process.MemoryRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the frames of untrusted video files. FFmpeg runs in a separate process, so that a file that crashes or hangs it
 * only fails that file. The process is reused for the next file unless it failed. Not thread-safe.
 */
public final class VideoDecoder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoDecoder.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final VideoLimits limits;
    private final Duration timeout;
    private final long maxMemory;
    private final VideoRoom room;
    private @Nullable DecoderProcess process;

    public VideoDecoder(VideoLimits limits) {
        this(limits, TIMEOUT);
    }

    /** @param timeout maximum time between messages before the decoder counts as hung */
    VideoDecoder(VideoLimits limits, Duration timeout) {
        this(limits, timeout, limits.maxMemory(), VideoRoom.SHARED);
    }

    /** @param maxMemory bytes that the process may take besides what every JVM takes */
    VideoDecoder(VideoLimits limits, Duration timeout, long maxMemory, VideoRoom room) {
        this.limits = limits;
        this.timeout = timeout;
        this.maxMemory = maxMemory;
        this.room = room;
    }

    /**
     * Starts the process in advance, so that the first file need not wait for it. Errors are reported with that file.
     */
    public void prepare() {
        if (isForOneFile()) {
            return;
        }
        try {
            var unused = running(List.of());
        } catch (VideoException e) {
            LOG.debug("event=decoder_not_prepared", e);
        }
    }

    /**
     * @param framesPerSecond sampling rate; the video's own rate or more yields every frame
     * @throws VideoException when the file is not a supported video, or has no video stream
     */
    public Reading open(Path file, double framesPerSecond) throws VideoException {
        return start(Request.allFrames(file, kind(file), limits, framesPerSecond));
    }

    /** The first frame at or after this position; empty if there is none. */
    public Optional<VideoFrame> frameAt(Path file, double position) throws VideoException {
        try (var reading = start(Request.frameAt(file, kind(file), limits, position))) {
            var frame = reading.next();
            while (!reading.ended) {
                reading.next();
            }
            return frame;
        }
    }

    /** Retries once with a fresh process, because an earlier file may have damaged the current one. */
    private Reading start(Request request) throws VideoException {
        var isFresh = process == null;
        try {
            return startOnce(request);
        } catch (VideoException e) {
            if (isFresh || e.code() != FailureCode.DECODER_CRASHED) {
                throw e;
            }
            return startOnce(request);
        }
    }

    private Reading startOnce(Request request) throws VideoException {
        if (isForOneFile()) {
            discard();
        }
        var decoder = running(List.of(request.file()));
        try {
            decoder.request(request);
            return new Reading(decoder, !request.isForOneFrame());
        } catch (VideoException e) {
            discardUnless(isAnswer(e));
            throw e;
        }
    }

    /** Whether the process reported the error itself and is ready for the next file. */
    private static boolean isAnswer(VideoException e) {
        return switch (e.code()) {
            case DECODER_CRASHED, DECODER_STUCK, TIMEOUT -> false;
            default -> true;
        };
    }

    /** The container of a file. */
    static VideoKind kind(Path file) throws VideoException {
        try {
            if (Files.size(file) == 0) {
                throw new VideoException(FailureCode.EMPTY_FILE, "The file is empty. Send it again.");
            }
            return VideoKind.of(file)
                    .orElseThrow(() -> new VideoException(
                            FailureCode.UNSUPPORTED_FORMAT,
                            "The file is not an " + VideoKind.NAMES + " video. Convert it."));
        } catch (IOException e) {
            throw new VideoException(FailureCode.UNREADABLE_FILE, "The file cannot be read: " + e.getMessage());
        }
    }

    /** Whether a process sees no file but the one it was started for. */
    private static boolean isForOneFile() {
        return Isolation.detected().bubblewrap().isPresent();
    }

    private DecoderProcess running(List<Path> file) throws VideoException {
        var current = process;
        if (current == null || !current.isAlive()) {
            discard();
            current = DecoderProcess.start(maxMemory, file);
            process = current;
        }
        return current;
    }

    private void discardUnless(boolean usable) {
        if (!usable) {
            discard();
        }
    }

    private void discard() {
        var current = process;
        if (current != null) {
            current.close();
            process = null;
        }
    }

    /** For tests that kill the process. */
    long pid() throws VideoException {
        return running(List.of()).pid();
    }

    @Override
    public void close() {
        discard();
    }

    /** An open video. Must be closed before the next one is opened. */
    public final class Reading implements AutoCloseable {
        private final DecoderProcess decoder;
        private final VideoFacts facts;
        private final boolean needsFrames;
        private final MemoryRoom.Place place;
        private long damaged;
        private long frames;
        private boolean ended;

        private Reading(DecoderProcess decoder, boolean needsFrames) throws VideoException {
            this.decoder = decoder;
            this.needsFrames = needsFrames;
            if (!(message() instanceof Message.Opened opened)) {
                throw DecoderProcess.crashed();
            }
            this.facts = opened.facts();
            this.place = room.take(opened.memory());
            try {
                decoder.goOn();
            } catch (VideoException e) {
                place.close();
                throw e;
            }
        }

        public VideoFacts facts() {
            return facts;
        }

        /** Number of skipped packets that could not be decoded; known at the end. */
        public long damaged() {
            return damaged;
        }

        /**
         * The next frame; empty at the end.
         *
         * @throws VideoException when the video is truncated, has no frames, or its decoder failed
         */
        public Optional<VideoFrame> next() throws VideoException {
            if (ended) {
                return Optional.empty();
            }
            try {
                return received(message());
            } catch (VideoException e) {
                ended = true;
                discardUnless(isAnswer(e));
                throw e;
            }
        }

        private Optional<VideoFrame> received(Message message) throws VideoException {
            if (message instanceof Message.Picture picture) {
                frames++;
                return Optional.of(picture.frame());
            }
            if (message instanceof Message.Ended end) {
                ended = true;
                damaged = end.damaged();
                if (needsFrames && frames == 0) {
                    throw new VideoException(
                            FailureCode.NO_FRAMES, "No frame of the video can be decoded. Save it again.");
                }
                return Optional.empty();
            }
            throw DecoderProcess.crashed();
        }

        private Message message() throws VideoException {
            var message = decoder.next(timeout);
            while (message instanceof Message.Alive) {
                message = decoder.next(timeout);
            }
            if (message instanceof Message.Failed failed) {
                ended = true;
                throw new VideoException(failed.code(), failed.text());
            }
            return message;
        }

        /** Stops decoding if the end was not reached. */
        @Override
        public void close() {
            discardUnless(ended);
            place.close();
        }
    }
}
