package io.faceline.api;

import io.faceline.api.alertrules.AlertRuleServices;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alerts.AlertServices;
import io.faceline.api.alerts.PictureLinks;
import io.faceline.api.cameras.CameraServices;
import io.faceline.api.deadletters.LetterServices;
import io.faceline.api.docs.DocsRoutes;
import io.faceline.api.jobs.results.JobResults;
import io.faceline.api.models.ModelRoutes;
import io.faceline.api.page.PageRoutes;
import io.faceline.api.people.ImportRoom;
import io.faceline.api.people.PeopleApi;
import io.faceline.api.people.PeopleTable;
import io.faceline.api.people.PhotoDirectory;
import io.faceline.api.people.PhotoTable;
import io.faceline.api.rules.RetentionView;
import io.faceline.api.rules.RulesRoutes;
import io.faceline.api.session.SessionKeepAlive;
import io.faceline.api.session.SessionRoutes;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.VisibleWrites;
import io.faceline.runtime.service.Service;
import io.faceline.web.access.Access;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.access.SessionTable;
import io.faceline.web.view.PersonNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The api service: serves sessions, people, jobs, matches and the web page over HTTP, and sends the changes of the
 * command line.
 */
public final class Api implements Service {
    private static final Duration PHOTO_READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration GALLERY_READ_TIMEOUT = Duration.ofSeconds(30);
    /** The matcher's writes are committed when it answers; this process reads them moments later. */
    private static final Duration WRITE_READ_TIMEOUT = Duration.ofSeconds(5);

    private final ApiSettings settings;
    private final KafkaSettings kafka;
    private final VisibleWrites visible;
    private final ChangeSender changes;
    private final TableReader<Person> people;
    private final SessionTable sessions;
    private final TableReader<PhotoCrop> photos;
    private final boolean ownsTables;
    private final DiskSpace disk;
    private final JobServices jobs;
    private final CameraServices cameras;
    private final AlertRuleServices alertRules;
    private final AlertServices alerts;
    private final LetterServices letters;
    private final ApiExecutors executors = new ApiExecutors();

    /** With a Kafka elsewhere. */
    public Api(ApiSettings settings, KafkaSettings kafka) {
        this(settings, kafka, readPeople(kafka), new SessionTable(kafka), true, DiskSpace.elsewhere());
    }

    private static TableReader<Person> readPeople(KafkaSettings kafka) {
        return new TableReader<>(kafka, kafka.topics().people(), DeletionMark::applied)
                .keyedBy(person -> person.id().value());
    }

    /**
     * Uses the people and sessions that another service of this process reads, starts and closes.
     *
     * @param disk of Kafka; while it is full, nobody is imported
     */
    public Api(
            ApiSettings settings,
            KafkaSettings kafka,
            TableReader<Person> people,
            SessionTable sessions,
            DiskSpace disk) {
        this(settings, kafka, people, sessions, false, disk);
    }

    private Api(
            ApiSettings settings,
            KafkaSettings kafka,
            TableReader<Person> people,
            SessionTable sessions,
            boolean ownsTables,
            DiskSpace disk) {
        this.disk = disk;
        this.settings = settings;
        this.kafka = kafka;
        this.people = people;
        this.sessions = sessions;
        this.ownsTables = ownsTables;
        this.photos = new TableReader<>(kafka, kafka.topics().photos()).keyedBy(PhotoCrop::key);
        this.visible = new VisibleWrites(kafka, people, WRITE_READ_TIMEOUT);
        this.changes = new ChangeSender(kafka, settings.changeTimeout(), visible);
        this.jobs = new JobServices(settings, kafka, changes, people, sessions);
        this.cameras = new CameraServices(settings.cameras(), kafka, InstantSource.system());
        var definitions = new AlertTables(kafka);
        this.alertRules = new AlertRuleServices(settings.alerts(), kafka, definitions, people, InstantSource.system());
        this.alerts = new AlertServices(
                settings.alerts().isOpen(),
                kafka,
                definitions,
                jobs.trackCorrections(executors.corrections()),
                InstantSource.system());
        this.letters = new LetterServices(kafka);
    }

    @Override
    public List<Topic<?>> topics(Topics all) {
        var own = Stream.<Topic<?>>of(
                all.people(),
                all.photos(),
                all.changes(),
                all.changeAnswers(),
                all.jobs(),
                all.sessions(),
                all.matches(),
                all.trackedFrames(),
                all.trackedVideos(),
                all.appearances(),
                all.shots(),
                all.corrections(),
                all.gallery(),
                all.cameras(),
                all.cameraStates(),
                all.previews(),
                all.tracks(),
                all.alerting().rules(),
                all.alerting().watchLists(),
                all.alerting().sourceGroups(),
                all.alerting().mutes(),
                all.alerting().receivers(),
                all.alerting().receiverStates(),
                all.alerting().deliveryRequests(),
                all.alerting().deliveries(),
                all.alerting().alerts(),
                all.alerting().shots(),
                all.alerting().changes());
        return Stream.concat(own, LetterServices.topics(all)).distinct().toList();
    }

    @Override
    public void start() {
        visible.start();
        changes.start();
        if (ownsTables) {
            people.start();
            sessions.start();
        }
        photos.start();
        jobs.start();
        cameras.start();
        alertRules.start();
        alerts.start();
        letters.start();
    }

    /** The sessions that have ended, as this process has read so far. */
    public SessionTable sessions() {
        return sessions;
    }

    public ChangeSender changes() {
        return changes;
    }

    private RetentionView retention() {
        return RetentionView.of(
                kafka.retention(), settings.jobRetention(), settings.access().sessionExpiry());
    }

    @Override
    public List<Routes> routes() {
        var access = new Access(settings.access(), sessions);
        var known = new PeopleTable(people);
        var routes = new ArrayList<Routes>();
        routes.add(Routes.atStop(changes::stop));
        routes.add(new PageRoutes());
        routes.add(new DocsRoutes());
        routes.add(new ModelRoutes(ModelCatalog.load(settings.models())));
        routes.add(new RulesRoutes(settings.portrait(), retention()));
        routes.add(new SessionKeepAlive(access, changes, executors.keepAlives(), InstantSource.system()));
        routes.add(new SessionRoutes(
                access,
                settings.access().sessionExpiry(),
                known,
                session -> sessions.awaitEnd(session, WRITE_READ_TIMEOUT),
                changes,
                executors.waiting()));
        routes.addAll(PeopleApi.routes(
                access,
                known,
                new PhotoTable(photos),
                changes,
                this::readGallery,
                room(known),
                executors.waiting(),
                executors.transfers()));
        routes.addAll(jobs.routes(access, executors));
        routes.addAll(
                cameras.routes(access, people, new PersonNames(known::find), jobs.streams(), executors.cameras()));
        routes.addAll(alertRules.routes(access));
        routes.addAll(alerts.routes(new AlertServices.Needs(
                access,
                people,
                known,
                new PhotoTable(photos),
                cameras::nameOf,
                changes,
                PictureLinks.of(settings.cameras().box()),
                jobs.streams(),
                executors.alerts())));
        routes.addAll(letters.routes(access, executors.letters()));
        return routes;
    }

    /** The results of jobs, as this process has read so far. */
    public JobResults results() {
        return jobs.results();
    }

    private ImportRoom room(PeopleTable known) {
        var ofSessions = new SessionPhotos(
                () -> known.all().values(), settings.maxSessionPhotos(), settings.addresses(), InstantSource.system());
        return new ImportRoom(disk, ofSessions, settings.maxReferences());
    }

    /** The crops of all people as of now. Blocks until they are read. */
    public PhotoDirectory readPhotos() {
        photos.awaitCaughtUp(PHOTO_READ_TIMEOUT);
        return new PhotoTable(photos);
    }

    /** All references of the shared gallery as of now. Blocks until they are read. */
    public Collection<Reference> readGallery() {
        return TableReader.readOnce(kafka, kafka.topics().gallery(), GALLERY_READ_TIMEOUT)
                .values();
    }

    @Override
    public Health health() {
        return Health.merge(List.of(
                changes.health(),
                visible.health(),
                people.health(),
                photos.health(),
                sessions.health(),
                jobs.health(),
                cameras.health(),
                alertRules.health(),
                alerts.health(),
                letters.health()));
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        changes.onStop(callback);
        visible.onStop(callback);
        people.onStop(callback);
        sessions.onStop(callback);
        photos.onStop(callback);
        jobs.onStop(callback);
        cameras.onStop(callback);
        alertRules.onStop(callback);
        alerts.onStop(callback);
        letters.onStop(callback);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        // It has no metrics of its own.
    }

    @Override
    public void close() {
        executors.close();
        alertRules.close();
        letters.close();
        alerts.close();
        cameras.close();
        jobs.close();
        changes.close();
        visible.close();
        photos.close();
        if (ownsTables) {
            sessions.close();
            people.close();
        }
    }
}
