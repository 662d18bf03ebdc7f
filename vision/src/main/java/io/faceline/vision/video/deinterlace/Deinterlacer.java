package io.faceline.vision.video.deinterlace;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * Deinterlaces the frames that their decoder marks as interlaced. Frames before the first of them bypass the filter, so
 * that progressive videos cost nothing. The order and number of frames stay the same. Not thread-safe.
 */
public final class Deinterlacer implements AutoCloseable {
    /** AV_FRAME_FLAG_INTERLACED of libavutil/frame.h, which the binding does not define. */
    private static final int INTERLACED = 1 << 3;

    private final AVRational timeBase;

    /** A frame of another format, which waits until the filter is empty. */
    private final AVFrame waiting = av_frame_alloc();

    private boolean isWaiting;
    private @Nullable FilterGraph graph;
    private @Nullable FrameFormat format;
    private @Nullable FrameFormat unsupported;

    public Deinterlacer(AVRational timeBase) {
        this.timeBase = timeBase;
    }

    /** Takes over the frame's content; false if the frame needs no filter and stays as it is. */
    public boolean send(AVFrame frame) {
        var current = graph;
        if (current == null) {
            return (frame.flags() & INTERLACED) != 0 && sendToNewGraph(frame);
        }
        if (FrameFormat.of(frame).equals(format)) {
            current.send(frame);
        } else {
            current.send(null);
            av_frame_move_ref(waiting, frame);
            isWaiting = true;
        }
        return true;
    }

    private boolean sendToNewGraph(AVFrame frame) {
        var wanted = FrameFormat.of(frame);
        if (wanted.equals(unsupported)) {
            return false;
        }
        var opened = FilterGraph.open(wanted, timeBase).orElse(null);
        if (opened == null) {
            unsupported = wanted;
            return false;
        }
        opened.send(frame);
        graph = opened;
        format = wanted;
        return true;
    }

    /** The next frame; false if another one must be sent before. */
    public boolean receive(AVFrame into) {
        var current = graph;
        if (current != null && current.receive(into)) {
            return true;
        }
        if (!isWaiting) {
            return false;
        }
        closeGraph();
        isWaiting = false;
        av_frame_move_ref(into, waiting);
        return !send(into) || receive(into);
    }

    /** The frame that was held back, after the last one was sent; false if there is none. */
    public boolean end(AVFrame into) {
        var current = graph;
        if (current == null) {
            return false;
        }
        current.send(null);
        return current.receive(into);
    }

    /** Must be called after seeking. */
    public void flush() {
        closeGraph();
        av_frame_unref(waiting);
        isWaiting = false;
    }

    private void closeGraph() {
        var current = graph;
        if (current != null) {
            current.close();
            graph = null;
        }
    }

    @Override
    public void close() {
        closeGraph();
        av_frame_free(waiting);
    }
}
