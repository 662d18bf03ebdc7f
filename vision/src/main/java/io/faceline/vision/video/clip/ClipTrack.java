package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** A track of a clip: that of the video with other times. Not thread-safe. */
final class ClipTrack {
    private static final int HVC1 = 'h' | 'v' << 8 | 'c' << 16 | '1' << 24;

    private final AVStream source;
    private final AVStream target;
    private final AVRational sourceBase;
    private final PacketTimes times = new PacketTimes();

    private ClipTrack(AVStream source, AVStream target) {
        this.source = source;
        this.target = target;
        this.sourceBase = source.time_base();
    }

    /** Adds the track to a container, with its rotation and all else that decoders and players must know. */
    static ClipTrack add(AVStream source, AVFormatContext container) throws MuxingException {
        var target = avformat_new_stream(container, null);
        MuxingException.check(avcodec_parameters_copy(target.codecpar(), source.codecpar()), "avcodec_parameters_copy");
        var tag = source.codecpar().codec_tag();
        // The tag is that of the container. Only for this codec the choice matters: some players know one tag alone.
        target.codecpar().codec_tag(source.codecpar().codec_id() == AV_CODEC_ID_HEVC && tag == HVC1 ? HVC1 : 0);
        target.time_base(source.time_base());
        target.avg_frame_rate(source.avg_frame_rate());
        target.sample_aspect_ratio(source.sample_aspect_ratio());
        target.disposition(source.disposition());
        return new ClipTrack(source, target);
    }

    /** By which the first packet is decoded before it is shown, in the time base of the clip's track. */
    private long delay() {
        var rate = source.avg_frame_rate();
        var base = target.time_base();
        var frames = source.codecpar().video_delay();
        return rate.num() == 0 || base.num() == 0
                ? 0
                : Math.round((double) frames * rate.den() / rate.num() * base.den() / base.num());
    }

    int sourceIndex() {
        return source.index();
    }

    /** @param begin timestamp at which the clip begins, in seconds of the file's clock */
    void prepare(AVPacket packet, double begin) {
        var shift = Math.round(begin * sourceBase.den() / sourceBase.num());
        packet.pts(shifted(packet.pts(), shift));
        packet.dts(shifted(packet.dts(), shift));
        av_packet_rescale_ts(packet, sourceBase, target.time_base());
        times.complete(packet, delay());
        packet.stream_index(target.index());
        packet.pos(-1);
    }

    private static long shifted(long time, long shift) {
        return time == AV_NOPTS_VALUE ? time : time - shift;
    }
}
