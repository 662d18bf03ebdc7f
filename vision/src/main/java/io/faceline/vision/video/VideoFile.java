package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a video file, in the order they are shown, decoded by FFmpeg in this very process. A file nobody vouches
 * for is better read through {@link VideoDecoder}, which does this in another. One thread uses it.
 */
public final class VideoFile implements AutoCloseable {
    private final Demuxer demuxer;
    private final PictureDecoder decoder;
    private final JpegFrames jpegs;
    private final Sampling sampling;
    private final int orientation;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();
    private final Runnable alive;
    private boolean ended;
    private @Nullable VideoException breaksOff;
    private double lastPosition = Double.NaN;

    private VideoFile(
            Demuxer demuxer, PictureDecoder decoder, VideoLimits limits, double framesPerSecond, Runnable alive) {
        this.alive = alive;
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.jpegs = new JpegFrames(demuxer.container(), demuxer.stream(), limits);
        this.sampling = new Sampling(framesPerSecond);
        this.orientation = Orientation.of(demuxer.stream().codecpar());
    }

    /**
     * @param framesPerSecond how many frames of a second are wanted; the video's own rate or more gives every frame
     * @throws VideoException when it has no picture track that can be decoded
     */
    public static VideoFile open(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond)
            throws VideoException {
        return open(file, kind, limits, framesPerSecond, () -> {});
    }

    /** @param alive called for every packet read, so that others see that it is at work */
    static VideoFile open(Path file, VideoKind kind, VideoLimits limits, double framesPerSecond, Runnable alive)
            throws VideoException {
        Ffmpeg.load();
        var demuxer = Demuxer.open(file, kind, limits);
        try {
            return new VideoFile(
                    demuxer, PictureDecoder.open(demuxer.stream(), limits), limits, framesPerSecond, alive);
        } catch (VideoException e) {
            demuxer.close();
            throw e;
        }
    }

    public VideoFacts facts() {
        return demuxer.facts();
    }

    /** Packets so far that could not be decoded and were passed over. */
    public long damaged() {
        return decoder.damaged();
    }

    /**
     * The next wanted frame; empty at the end.
     *
     * @throws VideoException when the video breaks off, or a frame is beyond the limits
     */
    public Optional<VideoFrame> next() throws VideoException {
        while (decode()) {
            var position = position();
            if (sampling.wants(position)) {
                return Optional.of(frame(position));
            }
        }
        return Optional.empty();
    }

    /** The first frame at or after this position, whatever the sampling; empty when there is none. */
    public Optional<VideoFrame> at(double wanted) throws VideoException {
        demuxer.seek(wanted);
        decoder.flush();
        ended = false;
        breaksOff = null;
        while (decode()) {
            var position = position();
            if (position >= wanted - Sampling.TOLERANCE_SECONDS) {
                return Optional.of(frame(position));
            }
        }
        return Optional.empty();
    }

    private VideoFrame frame(double position) throws VideoException {
        return new VideoFrame(position, Blob.wrap(ExifJpeg.withOrientation(jpegs.encode(picture), orientation)));
    }

    /** The next picture in the order they are shown; false at the end. */
    private boolean decode() throws VideoException {
        while (!decoder.receive(picture)) {
            if (breaksOff != null) {
                throw breaksOff;
            }
            if (ended) {
                return false;
            }
            alive.run();
            feed();
        }
        return true;
    }

    /** At the end, however it comes, the decoder gives what it held back. */
    private void feed() {
        try {
            if (demuxer.read(packet)) {
                decoder.send(packet);
                av_packet_unref(packet);
                return;
            }
            ended = true;
        } catch (VideoException e) {
            breaksOff = e;
        }
        decoder.send(null);
    }

    private double position() throws VideoException {
        var timestamp = picture.best_effort_timestamp();
        lastPosition = timestamp == AV_NOPTS_VALUE
                ? afterLast()
                : timestamp * Demuxer.seconds(demuxer.stream().time_base());
        if (!Double.isFinite(lastPosition)) {
            throw new VideoException(FailureCode.DAMAGED_VIDEO, "The video's clock is broken: save it anew.");
        }
        return lastPosition;
    }

    /** For files that do not say when a frame is shown: evenly after the one before. */
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
        decoder.close();
        demuxer.close();
    }
}
