package io.faceline.api;

import io.faceline.api.docs.DocsRoutes;
import io.faceline.api.models.ModelRoutes;
import io.faceline.api.page.PageRoutes;
import io.faceline.api.people.PeopleApi;
import io.faceline.api.people.PeopleTable;
import io.faceline.api.rules.RulesRoutes;
import io.faceline.api.session.SessionKeepAlive;
import io.faceline.api.session.SessionRoutes;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.service.Service;
import io.faceline.web.access.Access;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The way out as a service: sessions, people, jobs, matches and the page over HTTP; the command line's changes too. */
public final class Api implements Service {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiSettings settings;
    private final KafkaSettings kafka;
    private final ChangeSender changes;
    private final TableReader<Person> people;
    private final JobServices jobs;
    private final ApiExecutors workers = new ApiExecutors();

    public Api(ApiSettings settings, KafkaSettings kafka) {
        this.settings = settings;
        this.kafka = kafka;
        this.changes = new ChangeSender(kafka, settings.changeTimeout());
        this.people = new TableReader<>(kafka, kafka.topics().people());
        this.jobs = new JobServices(settings, kafka, changes, people);
    }

    @Override
    public void start() {
        changes.start();
        people.start();
        jobs.start();
    }

    public ChangeSender changes() {
        return changes;
    }

    @Override
    public List<Routes> routes() {
        var access = new Access(settings.access());
        var known = new PeopleTable(people);
        var routes = new ArrayList<Routes>();
        routes.add(new PageRoutes());
        routes.add(new DocsRoutes());
        routes.add(new ModelRoutes(ModelCatalog.load(settings.models())));
        routes.add(new RulesRoutes(settings.portrait()));
        routes.add(new SessionKeepAlive(access, changes, workers.keepAlives(), InstantSource.system()));
        routes.add(new SessionRoutes(access, settings.access().sessionExpiry(), known, changes, workers.waiting()));
        routes.addAll(
                PeopleApi.routes(access, known, changes, this::readGallery, workers.waiting(), workers.transfers()));
        routes.addAll(jobs.routes(access, workers));
        return routes;
    }

    /** All references of the shared gallery as of now. Blocks until they are read. */
    public Collection<Reference> readGallery() {
        return TableReader.readOnce(kafka, kafka.topics().gallery(), PATIENCE).values();
    }

    @Override
    public Health health() {
        return Health.merge(List.of(changes.health(), people.health(), jobs.health()));
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        // Its readers end on a bug alone and say so in health(); the HTTP face stays up to tell.
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        // Nothing of its own to measure yet.
    }

    @Override
    public void close() {
        workers.close();
        jobs.close();
        changes.close();
        people.close();
    }
}
