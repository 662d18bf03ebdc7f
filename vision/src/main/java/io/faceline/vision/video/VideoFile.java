package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.video.container.Orientation;
import io.faceline.vision.video.deinterlace.Deinterlacer;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a video file in presentation order, decoded by FFmpeg in this process. Use {@link VideoDecoder}
 * for untrusted files, which decodes in a separate process. Not thread-safe.
 */
public final class VideoFile implements AutoCloseable {
    /**
     * Seconds to seek before the wanted frame. The first suffices where an index leads to key frames; elsewhere decoding
     * begins with the next key frame, which may be too late.
     */
    private static final double[] SEEK_LEADS = {0, 5, 30, Double.POSITIVE_INFINITY};

    private final Demuxer demuxer;
    private final PictureDecoder decoder;
    private final Deinterlacer deinterlacer;
    private final JpegFrames jpegs;
    private final Sampling sampling;
    private final int orientation;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    private final Runnable heartbeat;
    private boolean ended;
    private @Nullable VideoException truncation;
    private double lastPosition = Double.NaN;

    private VideoFile(
            Demuxer demuxer, PictureDecoder decoder, VideoLimits limits, double framesPerSecond, Runnable heartbeat) {
        this.heartbeat = heartbeat;
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.deinterlacer = new Deinterlacer(demuxer.stream().time_base());
        this.jpegs = new JpegFrames(demuxer.container(), demuxer.stream(), limits);
        this.sampling = new Sampling(framesPerSecond);
        this.orientation = Orientation.of(demuxer.stream().codecpar());
    }

    /**
     * @param framesPerSecond sampling rate; the video's own rate or more yields every frame
     * @throws VideoException when there is no video stream that can be decoded
     */
    public static VideoFile open(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond)
            throws VideoException {
        return open(file, kind, limits, framesPerSecond, () -> {});
    }

    /** @param heartbeat called for every packet */
    static VideoFile open(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond, Runnable heartbeat)
            throws VideoException {
        Ffmpeg.load();
        var demuxer = Demuxer.open(file, kind, limits);
        try {
            return new VideoFile(
                    demuxer, PictureDecoder.open(demuxer.stream(), limits), limits, framesPerSecond, heartbeat);
        } catch (VideoException e) {
            demuxer.close();
            throw e;
        }
    }

    public VideoFacts facts() {
        return demuxer.facts();
    }

    /** Bytes of the frames that the decoder may keep. */
    long memory() {
        return PictureDecoder.memory(demuxer.stream());
    }

    /** Number of skipped packets so far that could not be decoded. */
    public long damaged() {
        return decoder.damaged();
    }

    /**
     * The next sampled frame; empty at the end.
     *
     * @throws VideoException when the video is truncated, or a frame exceeds the limits
     */
    public Optional<VideoFrame> next() throws VideoException {
        while (decode()) {
            var position = position();
            if (sampling.accepts(position)) {
                return Optional.of(frame(position));
            }
        }
        return Optional.empty();
    }

    /** The first frame at or after this position, regardless of sampling; empty if there is none. */
    public Optional<VideoFrame> at(double target) throws VideoException {
        for (var lead : SEEK_LEADS) {
            seek(target - lead);
            if (!decode()) {
                continue;
            }
            var position = position();
            if (position <= target + Sampling.TOLERANCE_SECONDS || Double.isInfinite(lead)) {
                return firstFrom(position, target);
            }
        }
        return Optional.empty();
    }

    private void seek(double position) {
        demuxer.seek(position);
        decoder.flush();
        deinterlacer.flush();
        ended = false;
        truncation = null;
    }

    private Optional<VideoFrame> firstFrom(double first, double target) throws VideoException {
        var position = first;
        while (position < target - Sampling.TOLERANCE_SECONDS) {
            if (!decode()) {
                return Optional.empty();
            }
            position = position();
        }
        return Optional.of(frame(position));
    }

    private VideoFrame frame(double position) throws VideoException {
        return new VideoFrame(position, Blob.wrap(ExifJpeg.withOrientation(jpegs.encode(picture), orientation)));
    }

    /** Decodes the next frame in presentation order; false at the end. */
    private boolean decode() throws VideoException {
        while (!receive()) {
            if (truncation != null) {
                throw truncation;
            }
            if (ended) {
                return false;
            }
            heartbeat.run();
            feed();
        }
        return true;
    }

    /** False if another packet is needed, or at the end. */
    private boolean receive() throws VideoException {
        while (!deinterlacer.receive(picture)) {
            if (!decoder.receive(picture)) {
                return (ended || truncation != null) && deinterlacer.end(picture);
            }
            if (!deinterlacer.send(picture)) {
                return true;
            }
        }
        return true;
    }

    /** Sends the next packet to the decoder, or flushes its delayed frames at the end. */
    private void feed() throws VideoException {
        try {
            if (demuxer.read(packet)) {
                decoder.send(packet);
                av_packet_unref(packet);
                return;
            }
            ended = true;
        } catch (VideoException e) {
            truncation = e;
        }
        decoder.send(null);
    }

    private double position() throws VideoException {
        var timestamp = picture.best_effort_timestamp();
        lastPosition =
                timestamp == AV_NOPTS_VALUE ? afterLast() : demuxer.timeline().position(timestamp);
        if (!Double.isFinite(lastPosition)) {
            throw new VideoException(FailureCode.DAMAGED_VIDEO, "The video's timestamps are invalid. Save it again.");
        }
        return lastPosition;
    }

    /** Estimates the position of a frame without a timestamp from the frame rate. */
    private double afterLast() {
        if (Double.isNaN(lastPosition)) {
            return 0;
        }
        var rate = facts().framesPerSecond();
        return lastPosition + 1 / (rate > 0 ? rate : 25);
    }

    @Override
    public void close() {
        jpegs.close();
        av_frame_free(picture);
        av_packet_free(packet);
        deinterlacer.close();
        decoder.close();
        demuxer.close();
    }
}
