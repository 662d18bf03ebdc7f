package io.faceline.tracker;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.kafka.FrameIdHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards to the sinks of the topology. */
final class ForwardingOutbox implements TrackOutbox {
    private final ProcessorContext<String, Object> context;
    private final TrackerMetrics metrics;

    ForwardingOutbox(ProcessorContext<String, Object> context, TrackerMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    @Override
    public void frame(TrackedFrame frame) {
        // Readers who wait for one frame do not deserialise the others.
        var headers = new RecordHeaders();
        FrameIdHeader.put(headers, frame.facts().id());
        var record = new Record<String, Object>(frame.facts().source(), frame, context.currentSystemTimeMs(), headers);
        context.forward(record, TrackerTopology.WRITE_TRACKED_FRAMES);
    }

    @Override
    public void track(TrackUpdate update) {
        metrics.count(update);
        var headers = new RecordHeaders();
        CloudEvent.of(update).writeTo(headers);
        var record = new Record<String, Object>(update.source(), update, context.currentSystemTimeMs(), headers);
        context.forward(record, TrackerTopology.WRITE_TRACKS);
    }

    @Override
    public void trackPicture(String source, TrackPicture picture) {
        forward(source, picture, TrackerTopology.WRITE_TRACK_SHOTS);
    }

    @Override
    public void appearance(String key, @Nullable Appearance appearance) {
        forward(key, appearance, TrackerTopology.WRITE_APPEARANCES);
    }

    @Override
    public void shot(String key, @Nullable ShotPicture picture) {
        forward(key, picture, TrackerTopology.WRITE_SHOTS);
    }

    @Override
    public void video(String job, @Nullable TrackedVideo video) {
        forward(job, video, TrackerTopology.WRITE_TRACKED_VIDEOS);
    }

    @Override
    public void correction(String key, @Nullable Correction correction) {
        forward(key, correction, TrackerTopology.WRITE_CORRECTIONS);
    }

    private void forward(String key, @Nullable Object value, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }
}
