package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.clip.ClipFacts;
import io.faceline.vision.video.clip.ClipRequest;
import io.faceline.vision.video.clip.ClipSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Cuts clips out of untrusted video files, each in a process of its own that reads nothing but the file and ends with the
 * clip. Nothing is decoded, so the clip has the very frames of the video. Thread-safe.
 */
public final class VideoClips {
    /** A container may take more for each packet than that of the video. A file that says the same twice is hostile. */
    private static final int MAX_GROWTH = 2;

    private static final long MAX_HEADER_BYTES = 1 << 20;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final VideoLimits limits;
    private final long maxBytes;
    private final Duration maxTime;

    /**
     * @param maxBytes of a clip
     * @param maxTime for cutting a clip
     */
    public VideoClips(VideoLimits limits, long maxBytes, Duration maxTime) {
        this.limits = limits;
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
    }

    /**
     * Cuts a clip.
     *
     * @param sink takes the clip; what it has taken is of no use after an exception
     * @throws VideoException when the file is not a video, has no frame in that part, or the clip exceeds the limits
     * @throws IOException when the sink refuses something
     */
    public ClipFacts cut(Path file, ClipRequest clip, ClipSink sink) throws VideoException, IOException {
        var kind = VideoDecoder.kind(file);
        try (var process = DecoderProcess.start(limits.maxMemory(), List.of(file))) {
            process.request(Request.clip(file, kind, limits, clip));
            return receive(process, sink, Math.min(maxBytes, MAX_GROWTH * Files.size(file) + MAX_HEADER_BYTES));
        }
    }

    private ClipFacts receive(DecoderProcess process, ClipSink sink, long maxSize) throws VideoException, IOException {
        var end = System.nanoTime() + maxTime.toNanos();
        var bytes = 0L;
        while (true) {
            var message = process.next(patience(end));
            if (message instanceof Message.Part part) {
                bytes += part.bytes().size();
                requireRoom(part, bytes, maxSize);
                sink.write(part.position(), part.bytes().unsafeArray());
            } else if (message instanceof Message.Cut cut) {
                return cut.facts();
            } else if (message instanceof Message.Failed failed) {
                throw new VideoException(failed.code(), failed.text());
            } else if (!(message instanceof Message.Alive)) {
                throw DecoderProcess.crashed();
            }
        }
    }

    private Duration patience(long end) throws VideoException {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new VideoException(
                    FailureCode.TIMEOUT,
                    "Cutting took more than " + maxTime.toSeconds() + " s. Ask for a shorter part of the video.");
        }
        return left.compareTo(SILENCE) < 0 ? left : SILENCE;
    }

    /** @param bytes sent so far; some are written twice, as sizes are known only at the end */
    private static void requireRoom(Message.Part part, long bytes, long maxSize) throws VideoException {
        var isWithin = part.position() >= 0
                && part.position() <= maxSize - part.bytes().size();
        if (!isWithin || bytes > 2 * maxSize) {
            throw new VideoException(
                    FailureCode.TOO_MANY_BYTES,
                    "The clip would have more than " + maxSize + " bytes. Ask for a shorter part of the video.");
        }
    }
}
