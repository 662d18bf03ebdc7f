package io.faceline.api.alerts;

import io.faceline.api.alerts.view.AlertViews;
import io.faceline.api.events.EventStreams;
import io.faceline.api.events.OffsetCursor;
import io.faceline.api.events.TopicFeed;
import io.faceline.contracts.alert.Alert;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.web.access.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /api/v1/alerts/events}: streams the revisions of alerts. What a later revision replaced meanwhile may be gone, as
 * the topic is compacted.
 */
final class AlertEventRoutes implements Routes {
    private final AlertAccess access;
    private final KafkaSettings kafka;
    private final Function<Caller, AlertViews> views;
    private final EventStreams streams;

    AlertEventRoutes(
            AlertAccess access, KafkaSettings kafka, Function<Caller, AlertViews> views, EventStreams streams) {
        this.access = access;
        this.kafka = kafka;
        this.views = views;
        this.streams = streams;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(AlertRoutes.PATH + "/events", this::events);
    }

    private void events(Context context) {
        var caller = access.requireViewer(context);
        var shown = views.apply(caller);
        var from = from(context);
        var topic = kafka.topics().alerting().alerts();
        streams.open(
                context,
                caller,
                new TopicFeed<Alert>(
                        "alert",
                        handler -> new TopicReader<>(kafka, topic, from, handler),
                        OffsetCursor::new,
                        alert -> Optional.of(shown.of(alert))));
    }

    /** A reconnecting client resumes at its last event, whatever its original {@code from}. */
    private static StartOffset from(Context context) {
        return Optional.ofNullable(context.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .map(id -> OffsetCursor.after("Last-Event-ID", id))
                .or(() -> Optional.ofNullable(context.queryParam("from")).map(id -> OffsetCursor.after("from", id)))
                .orElse(StartOffset.LATEST);
    }
}
