package io.faceline.ingest;

import io.faceline.contracts.Person;
import io.faceline.contracts.SessionId;
import io.faceline.runtime.Health;
import io.faceline.runtime.KafkaSettings;
import io.faceline.runtime.Routes;
import io.faceline.runtime.Service;
import io.faceline.runtime.TableReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The way in as a service: takes images over HTTP, sends them through Kafka and answers who waits. */
public final class Ingest implements Service {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FrameSender frames;
    private final TableReader<Person> people;
    private final PhotoReader photos;
    private final int window;

    public Ingest(IngestSettings settings, KafkaSettings kafka) {
        this.frames = new FrameSender(kafka, settings.answerTimeout());
        this.people = new TableReader<>(kafka, kafka.topics().people());
        this.photos = new PhotoReader(settings.limits());
        this.window = settings.window();
    }

    @Override
    public void start() {
        frames.start();
        people.start();
        people.awaitCaughtUp(PATIENCE);
    }

    /** A new job of this session, with the window of the settings. */
    public BulkJob openJob(SessionId session) {
        return new BulkJob(frames, session, "job-" + UUID.randomUUID(), window);
    }

    public FrameSender frames() {
        return frames;
    }

    public PhotoReader photos() {
        return photos;
    }

    /** People and their names, as far as this process has read them. */
    public TableReader<Person> people() {
        return people;
    }

    @Override
    public List<Routes> routes() {
        return List.of(new RecognizeRoutes(frames, photos, new NamedMatch(people::get)));
    }

    @Override
    public Health health() {
        return Health.merge(List.of(frames.health(), people.health()));
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        // Its readers end on a bug alone and say so in health(); the HTTP face stays up to tell.
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        frames.bindTo(registry);
    }

    @Override
    public void close() {
        frames.close();
        people.close();
    }
}
