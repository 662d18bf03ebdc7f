package io.faceline.vision.video.deinterlace;

import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_init_str;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_link;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import java.util.Optional;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg's filter bwdif for frames of one format. It needs the next frame to deinterlace one, so it holds back a frame.
 * Not thread-safe.
 */
final class FilterGraph implements AutoCloseable {
    /** One frame per frame, in the field order that the frame declares; progressive frames are passed on unchanged. */
    private static final String DEINTERLACE = "mode=send_frame:parity=auto:deint=interlaced";

    private final AVFilterGraph graph;
    private final AVFilterContext source;
    private final AVFilterContext sink;

    private FilterGraph(AVFilterGraph graph, AVFilterContext source, AVFilterContext sink) {
        this.graph = graph;
        this.source = source;
        this.sink = sink;
    }

    /** Empty when the filter cannot process this format, such as a frame of two rows. */
    static Optional<FilterGraph> open(FrameFormat format, AVRational timeBase) {
        var deinterlace = avfilter_get_by_name("bwdif");
        if (deinterlace == null || deinterlace.isNull()) {
            return Optional.empty();
        }
        var graph = avfilter_graph_alloc();
        graph.nb_threads(1);
        var source = avfilter_graph_alloc_filter(graph, avfilter_get_by_name("buffer"), "source");
        var filter = avfilter_graph_alloc_filter(graph, deinterlace, "deinterlace");
        var sink = avfilter_graph_alloc_filter(graph, avfilter_get_by_name("buffersink"), "sink");
        var isOpen = avfilter_init_str(source, format.arguments(timeBase)) >= 0
                && avfilter_init_str(filter, DEINTERLACE) >= 0
                && avfilter_init_str(sink, (String) null) >= 0
                && avfilter_link(source, 0, filter, 0) >= 0
                && avfilter_link(filter, 0, sink, 0) >= 0
                && avfilter_graph_config(graph, null) >= 0;
        if (isOpen) {
            return Optional.of(new FilterGraph(graph, source, sink));
        }
        avfilter_graph_free(graph);
        return Optional.empty();
    }

    /** Takes over the frame's content; null marks the end. */
    void send(@Nullable AVFrame frame) {
        if (av_buffersrc_add_frame(source, frame) < 0 && frame != null) {
            av_frame_unref(frame);
        }
    }

    /** False if another frame is needed, or at the end. */
    boolean receive(AVFrame into) {
        av_frame_unref(into);
        return av_buffersink_get_frame(sink, into) >= 0;
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }
}
