package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the frames of video files that nobody vouches for. FFmpeg runs in a process of its own, so that a file that brings
 * it down, or keeps it busy for ever, ends as an error of that file. The process is kept for the next file unless
 * something went wrong. One thread uses it.
 */
public final class VideoDecoder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoDecoder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VideoLimits limits;
    private final Duration patience;
    private @Nullable DecoderProcess process;

    public VideoDecoder(VideoLimits limits) {
        this(limits, PATIENCE);
    }

    /** @param patience how long it may tell nothing before it counts as stuck */
    VideoDecoder(VideoLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /** Starts the process already, so that the first file need not wait for it; that file tells what went wrong in it. */
    public void prepare() {
        try {
            var unused = running();
        } catch (VideoException e) {
            LOG.debug("not prepared", e);
        }
    }

    /**
     * @param framesPerSecond how many frames of a second are wanted; the video's own rate or more gives every frame
     * @throws VideoException when it is no video that is read, or has no picture track
     */
    public Reading open(Path file, double framesPerSecond) throws VideoException {
        return start(Request.allFrames(file, kind(file), limits, framesPerSecond));
    }

    /** The frame at this position, or the first one after it; empty when the video has none so late. */
    public Optional<VideoFrame> frameAt(Path file, double position) throws VideoException {
        try (var reading = start(Request.frameAt(file, kind(file), limits, position))) {
            var frame = reading.next();
            while (!reading.ended) {
                reading.next();
            }
            return frame;
        }
    }

    /** A process may still suffer from an earlier file: before a file is blamed it gets a fresh one. */
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
        var decoder = running();
        try {
            decoder.ask(request);
            return new Reading(decoder, !request.isForOneFrame());
        } catch (VideoException e) {
            discardUnless(isAnswer(e));
            throw e;
        }
    }

    /** The process itself said what is wrong with the file, and is ready for another. */
    private static boolean isAnswer(VideoException e) {
        return e.code() != FailureCode.DECODER_CRASHED && e.code() != FailureCode.DECODER_STUCK;
    }

    private static VideoKind kind(Path file) throws VideoException {
        try {
            if (Files.size(file) == 0) {
                throw new VideoException(FailureCode.EMPTY_FILE, "The file has no bytes: send it again.");
            }
            return VideoKind.of(file)
                    .orElseThrow(() -> new VideoException(
                            FailureCode.UNSUPPORTED_FORMAT, "The file is no MP4, MOV, MKV, WebM or AVI: convert it."));
        } catch (IOException e) {
            throw new VideoException(FailureCode.UNREADABLE_FILE, "The file cannot be read: " + e.getMessage());
        }
    }

    private DecoderProcess running() throws VideoException {
        var current = process;
        if (current == null || !current.isAlive()) {
            discard();
            current = DecoderProcess.start();
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

    /** For tests that harm it. */
    long pid() throws VideoException {
        return running().pid();
    }

    @Override
    public void close() {
        discard();
    }

    /** A video being read. To be closed before the next is opened. */
    public final class Reading implements AutoCloseable {
        private final DecoderProcess decoder;
        private final VideoFacts facts;
        private final boolean needsFrames;
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
        }

        public VideoFacts facts() {
            return facts;
        }

        /** Packets that could not be decoded and were passed over; known at the end. */
        public long damaged() {
            return damaged;
        }

        /**
         * The next frame; empty at the end.
         *
         * @throws VideoException when the video breaks off, has no frame at all, or its decoder ended
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
                            FailureCode.NO_FRAMES, "The video has no frame that can be decoded: save it anew.");
                }
                return Optional.empty();
            }
            throw DecoderProcess.crashed();
        }

        private Message message() throws VideoException {
            var message = decoder.next(patience);
            while (message instanceof Message.Alive) {
                message = decoder.next(patience);
            }
            if (message instanceof Message.Failed failed) {
                ended = true;
                throw new VideoException(failed.code(), failed.text());
            }
            return message;
        }

        /** Frames that nobody wants any more are not decoded. */
        @Override
        public void close() {
            discardUnless(ended);
        }
    }
}
