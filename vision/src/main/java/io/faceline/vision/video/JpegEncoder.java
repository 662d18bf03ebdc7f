package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import io.faceline.contracts.frame.FailureCode;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Encodes frames of one size in JPEG's own colour space, without conversion to RGB. Not thread-safe. */
public final class JpegEncoder implements AutoCloseable {
    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();

    private JpegEncoder(AVCodecContext codec) {
        this.codec = codec;
    }

    /** @param quantizer 2 is the best quality and 31 the worst */
    public static JpegEncoder open(int width, int height, int quantizer) throws VideoException {
        var encoder = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
        var codec = avcodec_alloc_context3(encoder);
        var options = new AVDictionary(null);
        try {
            codec.width(width).height(height);
            codec.pix_fmt(AV_PIX_FMT_YUVJ420P).color_range(AVCOL_RANGE_JPEG);
            codec.time_base(av_make_q(1, 1));
            codec.thread_count(1);
            codec.flags(codec.flags() | AV_CODEC_FLAG_QSCALE).global_quality(quantizer * FF_QP2LAMBDA);
            // An optimal table for every frame would save a tenth of the bytes but require a second pass.
            av_dict_set(options, "huffman", "default", 0);
            Ffmpeg.check(
                    avcodec_open2(codec, encoder, options), FailureCode.DAMAGED_VIDEO, "A frame has an invalid size");
            return new JpegEncoder(codec);
        } catch (VideoException e) {
            avcodec_free_context(codec);
            throw e;
        } finally {
            av_dict_free(options);
        }
    }

    public byte[] encode(AVFrame picture) throws VideoException {
        picture.quality(codec.global_quality());
        Ffmpeg.check(avcodec_send_frame(codec, picture), FailureCode.DAMAGED_VIDEO, "A frame cannot be encoded");
        Ffmpeg.check(avcodec_receive_packet(codec, packet), FailureCode.DAMAGED_VIDEO, "A frame cannot be encoded");
        try {
            var jpeg = new byte[packet.size()];
            packet.data().get(jpeg);
            return jpeg;
        } finally {
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
    }
}
