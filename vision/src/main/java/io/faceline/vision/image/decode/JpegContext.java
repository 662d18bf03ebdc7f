package io.faceline.vision.image.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.JpegHeader;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/** FFmpeg's JPEG decoder with reusable buffers. Not thread-safe. */
final class JpegContext implements AutoCloseable {
    /** AV_FRAME_FLAG_CORRUPT of libavutil/frame.h, which the binding does not define. */
    private static final int CORRUPT = 1;

    /** FFmpeg pads its buffers beyond the image and counts them against the pixel limit. */
    private static final long BUFFER_MARGIN = 128;

    /** After a segment's marker and length. */
    private static final long NAME_OF_SEGMENT = 4;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private BytePointer input = new BytePointer(1L << 18);

    private JpegContext(AVCodecContext codec) {
        this.codec = codec;
    }

    static JpegContext open() {
        var decoder = avcodec_find_decoder(AV_CODEC_ID_MJPEG);
        var codec = avcodec_alloc_context3(decoder);
        codec.thread_count(1);
        codec.err_recognition(AV_EF_EXPLODE);
        if (avcodec_open2(codec, decoder, (PointerPointer<?>) null) < 0) {
            avcodec_free_context(codec);
            throw new IllegalStateException("FFmpeg has no JPEG decoder");
        }
        return new JpegContext(codec);
    }

    /** Decodes a JPEG. False on any error; the caller must then close this context. */
    boolean decode(AdmittedImage.Jpeg jpeg) {
        var header = jpeg.header();
        codec.max_pixels((header.width() + BUFFER_MARGIN) * (header.height() + BUFFER_MARGIN));
        fill(jpeg.bytes());
        hideExif(header);
        packet.data(input).size(jpeg.bytes().size());
        return avcodec_send_packet(codec, packet) >= 0
                && avcodec_receive_frame(codec, frame) >= 0
                && isAsDeclared(header);
    }

    private void fill(Blob jpeg) {
        var needed = jpeg.size() + (long) AV_INPUT_BUFFER_PADDING_SIZE;
        if (input.capacity() < needed) {
            input.close();
            input = new BytePointer(2 * needed);
        }
        input.position(0).put(jpeg.unsafeArray(), 0, jpeg.size());
        input.position(jpeg.size()).put(new byte[AV_INPUT_BUFFER_PADDING_SIZE], 0, AV_INPUT_BUFFER_PADDING_SIZE);
        input.position(0);
    }

    /**
     * FFmpeg follows every reference between the directories of EXIF, so that 64 KB can keep it busy for hours and fill all
     * memory. Without its name the segment is skipped; {@link JpegHeader} has read what is needed of it.
     */
    private void hideExif(JpegHeader header) {
        for (var segment : header.exifSegments()) {
            input.put(segment + NAME_OF_SEGMENT, (byte) 'x');
        }
    }

    private boolean isAsDeclared(JpegHeader header) {
        return frame.width() == header.width()
                && frame.height() == header.height()
                && frame.format() == AV_PIX_FMT_YUVJ420P
                && (frame.flags() & CORRUPT) == 0
                && frame.decode_error_flags() == 0;
    }

    /** A plane of the decoded image, not a copy: invalid after {@link #unref}. */
    Mat plane(int number, Size size) {
        var stride = frame.linesize(number);
        var bytes = frame.data(number).capacity(stride * (long) size.height).asByteBuffer();
        return new Mat((int) size.height, (int) size.width, CvType.CV_8UC1, bytes, stride);
    }

    /** Releases the decoded image. */
    void unref() {
        av_frame_unref(frame);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
        input.close();
    }
}
