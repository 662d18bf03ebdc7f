package io.faceline.api.alerts;

import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alerts.attendance.AttendanceRoutes;
import io.faceline.api.alerts.table.AlertReaders;
import io.faceline.api.alerts.view.AlertViews;
import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.api.events.EventStreams;
import io.faceline.api.people.PhotoDirectory;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.web.access.Access;
import io.faceline.web.access.Caller;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.PersonDirectory;
import io.faceline.web.view.PersonNames;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Creates and runs the parts that serve alerts. */
public final class AlertServices implements HealthCheck, AutoCloseable {
    private final boolean isOpen;
    private final KafkaSettings kafka;
    private final TrackCorrections tracks;
    private final InstantSource clock;
    private final AlertReaders known;
    private final AlertWriter writer;

    /**
     * @param isOpen whether everybody may look, and not only an admin
     * @param definitions read, started and closed elsewhere
     */
    public AlertServices(
            boolean isOpen,
            KafkaSettings kafka,
            AlertTables definitions,
            TrackCorrections tracks,
            InstantSource clock) {
        this.isOpen = isOpen;
        this.kafka = kafka;
        this.tracks = tracks;
        this.clock = clock;
        this.known = new AlertReaders(kafka, definitions);
        this.writer = new AlertWriter(kafka, tracks::write);
    }

    public void start() {
        known.start();
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    public void onStop(Consumer<Throwable> callback) {
        known.onStop(callback);
    }

    /**
     * What the routes need of others.
     *
     * @param read what must have been read before there is an answer
     * @param people whose names the answers have
     * @param sourceNames the name of a source, such as of a camera
     * @param waiting runs what waits for Kafka; rejects tasks beyond its capacity
     */
    public record Needs(
            Access access,
            HealthCheck read,
            PersonDirectory people,
            PhotoDirectory photos,
            UnaryOperator<String> sourceNames,
            ChangeClient changes,
            PictureLinks links,
            EventStreams streams,
            Executor waiting) {}

    public List<Routes> routes(Needs needs) {
        var rights = new AlertAccess(needs.access, isOpen, known.alerts(), List.of(known, needs.read));
        var names = new PersonNames(needs.people::find);
        Function<Caller, AlertViews> views = caller -> new AlertViews(known, needs.sourceNames, names, caller);
        var corrections = new AlertCorrections(tracks::session, tracks::of);
        return List.of(
                // First, as the others would take "events" for the id of an alert.
                new AlertEventRoutes(rights, kafka, views, needs.streams),
                new AlertRoutes(rights, known, views, clock),
                new AttendanceRoutes(rights::requireAdmin, known, views, clock),
                new AlertPictureRoutes(rights, known, views, needs.photos, needs.links, clock, needs.waiting),
                new AlertChangeRoutes(
                        rights,
                        new PersonAccess(needs.people::find, needs.access),
                        needs.people,
                        views,
                        new ChangeAlerts(known.alerts(), writer, corrections, clock),
                        new ChangeResponder(needs.changes),
                        needs.waiting));
    }

    @Override
    public Health health() {
        return known.health();
    }

    @Override
    public void close() {
        writer.close();
        known.close();
    }
}
