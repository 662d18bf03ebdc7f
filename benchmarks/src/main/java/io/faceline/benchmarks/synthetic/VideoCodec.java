package io.faceline.benchmarks.synthetic;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** How a video is encoded. */
public enum VideoCodec {
    /** At a fixed, fine quality. */
    MPEG4("mpeg4") {
        @Override
        void configure(AVCodecContext encoder) {
            encoder.flags(encoder.flags() | AV_CODEC_FLAG_QSCALE).global_quality(QUALITY * FF_QP2LAMBDA);
        }
    },

    /** At the bit rate of an ordinary film of 1280 × 720 pixels. */
    H264("libopenh264") {
        @Override
        void configure(AVCodecContext encoder) {
            encoder.bit_rate(BITS_PER_SECOND);
        }
    };

    private static final int QUALITY = 3;
    private static final long BITS_PER_SECOND = 3_000_000;

    /** FFmpeg's name of the encoder. */
    final String encoder;

    VideoCodec(String encoder) {
        this.encoder = encoder;
    }

    abstract void configure(AVCodecContext encoder);
}
