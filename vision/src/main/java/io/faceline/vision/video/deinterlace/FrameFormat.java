package io.faceline.vision.video.deinterlace;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The properties of a frame that must not change within a filter graph, in FFmpeg's numbers. */
record FrameFormat(
        int width, int height, int pixels, int aspectWidth, int aspectHeight, int colourSpace, int colourRange) {
    static FrameFormat of(AVFrame frame) {
        var aspect = frame.sample_aspect_ratio();
        return new FrameFormat(
                frame.width(),
                frame.height(),
                frame.format(),
                aspect.num(),
                aspect.den(),
                frame.colorspace(),
                frame.color_range());
    }

    /** The options of FFmpeg's filter "buffer". */
    String arguments(AVRational timeBase) {
        return "video_size=" + width + "x" + height + ":pix_fmt=" + pixels
                + ":time_base=" + timeBase.num() + "/" + timeBase.den()
                + ":pixel_aspect=" + aspectWidth + "/" + Math.max(1, aspectHeight)
                + ":colorspace=" + colourSpace + ":range=" + colourRange;
    }
}
