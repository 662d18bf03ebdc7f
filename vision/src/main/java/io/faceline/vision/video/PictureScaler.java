package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ440P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_DEFAULT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_isSupportedInput;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.faceline.contracts.frame.FailureCode;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/** Converts frames of any size, pixel format and colour space to JPEG's: BT.601, full range. Not thread-safe. */
public final class PictureScaler implements AutoCloseable {
    private static final int UNCHANGED = 1 << 16;

    /** Pixel formats that are full range by definition. */
    private static final Set<Integer> FULL_RANGE =
            Set.of(AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUVJ444P);

    /** The key of a cached scaler. FFmpeg's own cache never matches the "J" pixel formats. */
    private record Conversion(
            int width, int height, int format, int space, boolean isFullRange, int targetWidth, int targetHeight) {
        static Conversion of(AVFrame picture, AVFrame target) {
            var space = picture.colorspace() == AVCOL_SPC_UNSPECIFIED ? SWS_CS_DEFAULT : picture.colorspace();
            var isFullRange = picture.color_range() == AVCOL_RANGE_JPEG || FULL_RANGE.contains(picture.format());
            return new Conversion(
                    picture.width(),
                    picture.height(),
                    picture.format(),
                    space,
                    isFullRange && !isRgb(picture.format()),
                    target.width(),
                    target.height());
        }

        /** FFmpeg converts RGB to limited range internally. */
        private static boolean isRgb(int format) {
            var description = av_pix_fmt_desc_get(format);
            return description != null && !description.isNull() && (description.flags() & AV_PIX_FMT_FLAG_RGB) != 0;
        }
    }

    private final int method;
    private @Nullable Conversion conversion;
    private @Nullable SwsContext scaler;

    public PictureScaler() {
        this(SWS_BILINEAR);
    }

    /** @param method one of FFmpeg's flags, such as {@code SWS_AREA} */
    public PictureScaler(int method) {
        this.method = method;
    }

    /** @param target has the size and the buffers that are filled */
    public void scale(AVFrame picture, AVFrame target) throws VideoException {
        var scaler = scaler(Conversion.of(picture, target));
        sws_scale(scaler, picture.data(), picture.linesize(), 0, picture.height(), target.data(), target.linesize());
    }

    private SwsContext scaler(Conversion requested) throws VideoException {
        var current = scaler;
        if (current == null || !requested.equals(conversion)) {
            close();
            current = open(requested);
            scaler = current;
            conversion = requested;
        }
        return current;
    }

    private SwsContext open(Conversion requested) throws VideoException {
        // FFmpeg would abort the process on an unsupported format.
        var opened = sws_isSupportedInput(requested.format) == 0
                ? null
                : sws_getContext(
                        requested.width,
                        requested.height,
                        requested.format,
                        requested.targetWidth,
                        requested.targetHeight,
                        AV_PIX_FMT_YUVJ420P,
                        method,
                        null,
                        null,
                        (DoublePointer) null);
        if (opened == null || opened.isNull()) {
            throw new VideoException(
                    FailureCode.UNSUPPORTED_FORMAT, "The video's pixel format is not supported. Save it as H.264.");
        }
        sws_setColorspaceDetails(
                opened,
                sws_getCoefficients(requested.space),
                requested.isFullRange ? 1 : 0,
                sws_getCoefficients(SWS_CS_DEFAULT),
                1,
                0,
                UNCHANGED,
                UNCHANGED);
        return opened;
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        scaler = null;
        conversion = null;
    }
}
