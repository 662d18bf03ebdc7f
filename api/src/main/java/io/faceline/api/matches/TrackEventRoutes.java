package io.faceline.api.matches;

import io.faceline.api.events.EventStreams;
import io.faceline.api.events.TopicFeed;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.web.access.Access;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code GET /api/v1/tracks/events}: streams the tracks of all sources to the admin. */
public final class TrackEventRoutes implements Routes {
    static final String PATH = "/api/v1/tracks/events";

    private final Access access;
    private final KafkaSettings kafka;
    private final JobDirectory jobs;
    private final PersonNames names;
    private final EndedSessions ended;
    private final EventStreams streams;

    public TrackEventRoutes(
            Access access,
            KafkaSettings kafka,
            JobDirectory jobs,
            PersonNames names,
            EndedSessions ended,
            EventStreams streams) {
        this.access = access;
        this.kafka = kafka;
        this.jobs = jobs;
        this.names = names;
        this.ended = ended;
        this.streams = streams;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::tracks);
    }

    private void tracks(Context context) {
        access.requireAdmin(context);
        jobs.requireRead();
        var filter = new TrackFilter(Optional.ofNullable(context.queryParam("source")), jobs, ended, names);
        var from = from(context);
        var topic = kafka.topics().tracks();
        streams.open(
                context,
                access.caller(context),
                new TopicFeed<>(
                        "track", handler -> new TopicReader<>(kafka, topic, from, handler), Cursor::new, filter::of));
    }

    /** A reconnecting client resumes at its last event, whatever its original {@code from}. */
    private static StartOffset from(Context context) {
        return Optional.ofNullable(context.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .or(() -> Optional.ofNullable(context.queryParam("from")))
                .map(id -> StartOffset.offsets(Cursor.parse(id)))
                .orElse(StartOffset.LATEST);
    }
}
