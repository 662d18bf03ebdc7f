package io.faceline.vision.video.container;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Converts timestamps of a file to positions, which begin at zero with the file. Cameras and broadcasts write the time of
 * a clock that was started long before. Not thread-safe.
 */
public final class Timeline {
    /** Encoders delay their first packet by less than this. Players do not correct for it, so neither do positions. */
    private static final double ENCODER_DELAY_SECONDS = 0.1;

    /** Streams that begin further apart use different clocks (as FFmpeg's option dts_delta_threshold assumes). */
    private static final double SAME_CLOCK_SECONDS = 10;

    /** Frames are never reordered by more than this. */
    private static final double JUMP_SECONDS = 1;

    private static final double USUAL_FRAME_SECONDS = 0.04;

    private final AVFormatContext container;
    private final AVStream stream;
    private final boolean isDurationAnEnd;
    private final boolean isDiscontinuous;
    private final double begin;
    private double origin;
    private double last = Double.NaN;

    /**
     * @param isDurationAnEnd whether the container stores the last timestamp as its duration
     * @param isDiscontinuous whether the clock of the container may jump
     */
    public Timeline(AVFormatContext container, AVStream stream, boolean isDurationAnEnd, boolean isDiscontinuous) {
        this.container = container;
        this.stream = stream;
        this.isDurationAnEnd = isDurationAnEnd;
        this.isDiscontinuous = isDiscontinuous;
        this.begin = begin(container, stream);
        this.origin = begin;
    }

    private static double begin(AVFormatContext container, AVStream stream) {
        var first = container.start_time() == AV_NOPTS_VALUE ? 0 : container.start_time() / (double) AV_TIME_BASE;
        var ofStream = timestamp(stream, stream.start_time(), first);
        var begin = ofStream - first > SAME_CLOCK_SECONDS ? ofStream : first;
        return Math.abs(begin) < ENCODER_DELAY_SECONDS ? 0 : begin;
    }

    private static double timestamp(AVStream stream, long ticks, double otherwise) {
        var base = stream.time_base();
        return ticks == AV_NOPTS_VALUE ? otherwise : ticks * (base.num() / (double) base.den());
    }

    /** Position of the first frame, as declared. */
    public double start() {
        return Math.max(0, timestamp(stream, stream.start_time(), begin) - begin);
    }

    /** Seconds from position zero to the end, as declared; 0 if unknown. */
    public double duration() {
        var isGuess = container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
        if (container.duration() == AV_NOPTS_VALUE || isGuess) {
            return 0;
        }
        var declared = Math.max(0, container.duration() / (double) AV_TIME_BASE);
        return isDurationAnEnd && declared > begin ? declared - begin : declared;
    }

    /** The position of a frame, never negative. Must be called for frames in presentation order. */
    public double position(long timestamp) {
        var seconds = timestamp(stream, timestamp, 0);
        if (isDiscontinuous && (seconds < last - JUMP_SECONDS || seconds > last + SAME_CLOCK_SECONDS)) {
            // As FFmpeg's program does, continue where the clock was.
            origin += seconds - last - USUAL_FRAME_SECONDS;
        } else if (seconds < origin - JUMP_SECONDS) {
            // Concatenated recordings: another one begins here.
            origin = seconds;
        }
        last = seconds;
        return Math.max(0, seconds - origin);
    }

    /** Seconds of the file's clock at position zero, where it was read last. */
    public double origin() {
        return origin;
    }

    /** The timestamp of a position in the stream's time base. */
    public long timestampOf(double position) {
        var base = stream.time_base();
        return (long) Math.floor((position + begin) * base.den() / base.num());
    }

    /** Must be called after seeking. */
    public void reset() {
        origin = begin;
        last = Double.NaN;
    }
}
