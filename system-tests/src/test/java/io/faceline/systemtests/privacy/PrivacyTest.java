package io.faceline.systemtests.privacy;

import static io.faceline.systemtests.privacy.Visitor.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs random, partly concurrent operations of fifty sessions and checks that none sees data of another, over HTTP, on the
 * topics or in the log, and that each has exactly the people it enrolled and did not delete. The long form is {@code
 * scripts/privacy 10000 SEED}.
 */
@Tag("slow")
class PrivacyTest {
    private static final String ADMIN = "an admin's long token";
    private static final int SESSIONS = 50;
    private static final int THREADS = 4;
    private static final int OPERATIONS = Integer.getInteger("faceline.privacy.operations", 400);
    private static final long SEED = Long.getLong("faceline.privacy.seed", 1);

    @TempDir
    static Path folder;

    private static final LogLines LOG = new LogLines();
    private static final LeakDetector LEAK_DETECTOR = new LeakDetector();
    private static Pipeline pipeline;
    private static VisitorContext context;

    @BeforeAll
    static void up() {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put("FACELINE_REQUESTS_PER_SECOND", "10000");
        environment.put("FACELINE_REQUESTS_PER_SECOND_OF_ADDRESS", "10000");
        environment.put("FACELINE_SESSIONS_PER_MINUTE", "10000");
        pipeline = Pipeline.open(PipelineOptions.lasting(folder.resolve("data"), Stages.ALL), environment);
        var client =
                TestClient.of(pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port());
        client.as(ADMIN)
                .post(
                        IsolationProbe.CAMERAS,
                        "{\"name\":\"" + VisitorContext.CAMERA
                                + "\",\"address\":\"rtsp://10.0.0.7/x\",\"enabled\":false}")
                .expect(201);
        client.as(ADMIN)
                .post(
                        IsolationProbe.RULES,
                        "{\"name\":\"" + VisitorContext.RULE + "\",\"who\":{\"kind\":\"stranger\"},\"zone\":\"UTC\"}")
                .expect(201);
        context = new VisitorContext(
                client,
                LEAK_DETECTOR,
                new KnownIds(),
                new KnownIds(),
                enrollEverybodys(client.as(ADMIN)),
                StillVideo.of(LfwPhoto.ofVisitors().get(0), folder));
    }

    @AfterAll
    static void down() {
        if (pipeline != null) {
            pipeline.close();
        }
        LOG.close();
    }

    private static HttpAnswer enrollEverybodys(TestClient admin) {
        for (var portrait : LfwPhoto.ofEverybody()) {
            var fields = Map.of("name", portrait.human(), "scope", "shared");
            var answer = admin.post(PEOPLE, new MultipartForm().fields(fields).files(portrait.jpeg()));
            LEAK_DETECTOR.owns(LeakDetector.EVERYBODY, answer.expect(201).text());
        }
        return admin.get(PEOPLE + "/export?scope=shared");
    }

    @Test
    void sessions_areAloneWithTheirPeople() throws Exception {
        act();

        // Reading the topics adds to what was seen.
        assertThat(leaksOnTopics()).isEmpty();
        assertThat(LEAK_DETECTOR.leaks()).isEmpty();
        assertThat(LOG.lines()).noneMatch(line -> LeakDetector.tokens(line).stream()
                .anyMatch(token -> LeakDetector.isSecret(token) || LeakDetector.isMark(token)));
    }

    private static void act() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var parts = new ArrayList<Callable<Void>>();
            for (var i = 0; i < THREADS; i++) {
                var random = new Random(SEED * THREADS + i);
                var visitors = SESSIONS / THREADS + (i < SESSIONS % THREADS ? 1 : 0);
                parts.add(() -> act(random, visitors));
            }
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("with -Dfaceline.privacy.seed=" + SEED, e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** The sessions of one thread, so that the operations of a session are sequential. */
    private static Void act(Random random, int count) {
        var visitors = new ArrayList<Visitor>();
        for (var i = 0; i < count; i++) {
            visitors.add(new Visitor(context, random));
        }
        for (var i = 0; i < OPERATIONS / THREADS; i++) {
            Operation.any(random).with(visitors.get(random.nextInt(count)));
        }
        visitors.forEach(Visitor::takeStock);
        return null;
    }

    private static List<String> leaksOnTopics() {
        var search = new TopicSearch(TopicRecords.all(folder.resolve("data")), LEAK_DETECTOR);
        return new Topics(Topics.DEFAULT_PREFIX)
                .all().stream()
                        .flatMap((Topic<?> topic) -> search.leaks(topic).stream())
                        .toList();
    }
}
