package io.faceline.api.matches;

import io.faceline.api.events.EventStreams;
import io.faceline.api.events.TopicFeed;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.web.access.Access;
import io.faceline.web.access.EndedSessions;
import io.faceline.web.access.PersonDirectory;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code GET /api/v1/matches}: streams the matches of the caller's session, or of all sessions to the admin. */
public final class MatchRoutes implements Routes {
    static final String PATH = "/api/v1/matches";

    /** The clock of the client may be a little ahead. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(1);

    private final Access access;
    private final KafkaSettings kafka;
    private final JobDirectory jobs;
    private final PersonDirectory people;
    private final EndedSessions ended;
    private final EventStreams streams;
    private final InstantSource clock;

    public MatchRoutes(
            Access access,
            KafkaSettings kafka,
            JobDirectory jobs,
            PersonDirectory people,
            EndedSessions ended,
            EventStreams streams,
            InstantSource clock) {
        this.access = access;
        this.kafka = kafka;
        this.jobs = jobs;
        this.people = people;
        this.ended = ended;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::matches);
    }

    @Override
    public void stop() {
        streams.close();
    }

    private void matches(Context context) {
        var caller = access.caller(context);
        Optional<SessionId> session = caller.isAdmin() ? Optional.empty() : Optional.of(access.session(context));
        jobs.requireRead();
        var names = new PersonNames(people::find).listing(caller.seesSharedGallery());
        var visibility = new MatchVisibility(MatchFilter.of(context), jobs, people, ended, names);
        var from = from(context);
        streams.open(
                context,
                caller,
                new TopicFeed<>("match", handler -> reader(session, from, handler), Cursor::new, visibility::of));
    }

    private TopicReader<Match> reader(
            Optional<SessionId> session, StartOffset from, Consumer<ConsumedRecord<Match>> handler) {
        var topic = kafka.topics().matches();
        return session.map(id -> TopicReader.ofKey(kafka, topic, id.value(), from, handler))
                .orElseGet(() -> new TopicReader<>(kafka, topic, from, handler));
    }

    /** A reconnecting client resumes at its last event, whatever its original {@code from}. */
    private StartOffset from(Context context) {
        var requested = Optional.ofNullable(context.queryParam("from")).map(this::from);
        return Optional.ofNullable(context.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .map(id -> StartOffset.offsets(Cursor.parse(id)))
                .or(() -> requested)
                .orElse(StartOffset.LATEST);
    }

    private StartOffset from(String text) {
        var now = clock.instant();
        var oldest = now.minus(kafka.retention().matches());
        try {
            var from = Instant.parse(text);
            if (!from.isBefore(oldest) && !from.isAfter(now.plus(MAX_CLOCK_SKEW))) {
                return StartOffset.at(from);
            }
        } catch (DateTimeException e) {
            throw invalidFrom(oldest);
        }
        throw invalidFrom(oldest);
    }

    private static RuntimeException invalidFrom(Instant oldest) {
        return ListParameters.invalid(
                "from",
                "a time such as 2026-01-02T03:04:05Z between " + oldest + ", the start of the retention, and now");
    }
}
