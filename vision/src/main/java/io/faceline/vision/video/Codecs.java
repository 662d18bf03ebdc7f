package io.faceline.vision.video;

/** The allowed decoders. FFmpeg has several hundred, most of them for rare formats and poorly tested. */
public final class Codecs {
    public static final String ALLOWED = String.join(
            ",",
            "h264",
            "hevc",
            "libdav1d",
            "libaom-av1",
            "av1",
            "vp8",
            "vp9",
            "mpeg4",
            "msmpeg4v2",
            "msmpeg4",
            "mpeg1video",
            "mpeg2video",
            "h263",
            "h263p",
            "mjpeg",
            "prores",
            "dnxhd",
            "dvvideo",
            "wmv1",
            "wmv2",
            "wmv3",
            "vc1",
            "flv",
            "vp6f",
            "theora",
            "rawvideo");

    private Codecs() {}
}
