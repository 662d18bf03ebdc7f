package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ALAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_EAC3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MPEG4;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_EXPERIMENTAL;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_query_codec;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/** The containers of clips, in the order of preference: what most players play comes first. */
public enum ClipFormat {
    MP4("mp4", "video/mp4"),
    WEBM("webm", "video/webm"),
    /** Takes nearly every codec. */
    MATROSKA("matroska", "video/x-matroska");

    private static final Set<Integer> MP4_VIDEO =
            Set.of(AV_CODEC_ID_H264, AV_CODEC_ID_HEVC, AV_CODEC_ID_AV1, AV_CODEC_ID_VP9, AV_CODEC_ID_MPEG4);
    private static final Set<Integer> MP4_SOUND = Set.of(
            AV_CODEC_ID_AAC, AV_CODEC_ID_MP3, AV_CODEC_ID_AC3, AV_CODEC_ID_EAC3, AV_CODEC_ID_ALAC, AV_CODEC_ID_OPUS);
    private static final Set<Integer> WEBM_VIDEO = Set.of(AV_CODEC_ID_VP8, AV_CODEC_ID_VP9, AV_CODEC_ID_AV1);
    private static final Set<Integer> WEBM_SOUND = Set.of(AV_CODEC_ID_VORBIS, AV_CODEC_ID_OPUS);

    private final String format;
    private final String mediaType;

    ClipFormat(String format, String mediaType) {
        this.format = format;
        this.mediaType = mediaType;
    }

    /** The formats that take all tracks, and at last the one that takes most of them. */
    static List<ClipFormat> of(AVStream videoTrack, List<AVStream> soundTracks) {
        var video = videoTrack.codecpar();
        var sound = soundTracks.stream().map(AVStream::codecpar).toList();
        return Arrays.stream(values())
                .filter(format -> format == MATROSKA
                        || (format.takesVideo(video) && sound.stream().allMatch(format::takesSound)))
                .toList();
    }

    private boolean takesVideo(AVCodecParameters track) {
        return switch (this) {
            case MP4 -> MP4_VIDEO.contains(track.codec_id());
            case WEBM -> WEBM_VIDEO.contains(track.codec_id());
            case MATROSKA -> canHold(track.codec_id());
        };
    }

    boolean takesSound(AVCodecParameters track) {
        return switch (this) {
            case MP4 -> MP4_SOUND.contains(track.codec_id());
            case WEBM -> WEBM_SOUND.contains(track.codec_id());
            case MATROSKA -> canHold(track.codec_id());
        };
    }

    private boolean canHold(int codec) {
        return codec != AV_CODEC_ID_NONE && avformat_query_codec(muxer(), codec, FF_COMPLIANCE_EXPERIMENTAL) == 1;
    }

    AVOutputFormat muxer() {
        return av_guess_format(new BytePointer(format), null, null);
    }

    /** For HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of file names, without a dot. */
    public String extension() {
        return this == MATROSKA ? "mkv" : format;
    }
}
