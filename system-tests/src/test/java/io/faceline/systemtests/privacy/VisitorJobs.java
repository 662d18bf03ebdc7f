package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.TestClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** The videos of one session. For one thread at a time. */
final class VisitorJobs {
    static final String JOBS = "/api/v1/jobs";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_JOBS = 10;

    private final VisitorContext context;
    private final TestClient client;
    private final String session;
    private final Random random;
    private final List<String> jobs = new ArrayList<>();

    VisitorJobs(VisitorContext context, TestClient client, String session, Random random) {
        this.context = context;
        this.client = client;
        this.session = session;
        this.random = random;
    }

    void upload() {
        if (jobs.size() == MAX_JOBS) {
            return;
        }
        var title = URLEncoder.encode(context.newName(session, random), StandardCharsets.UTF_8);
        var path = "/api/v1/videos?framesPerSecond=2&title=" + title;
        var answer = client.post(path, "video/mp4", context.video());
        var job = answer.expect(202).at("/id");
        jobs.add(job);
        context.leakDetector().owns(session, job);
        context.knownJobs().add(new KnownIds.Entry(session, job, ""));
    }

    /** All of the session's jobs and no others. The api reads of them a moment later than ingest. */
    void list() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var found = new TreeSet<String>();
            client.get(JOBS + "?limit=200")
                    .json()
                    .path("items")
                    .forEach(job -> found.add(job.path("id").asText()));
            assertThat(found).isEqualTo(new TreeSet<>(jobs));
        });
    }

    void look() {
        any().ifPresent(job -> {
            list();
            var people = client.get(JOBS + "/" + job + "/people").expect(200);
            people.json().findValuesAsText("url").stream().findFirst().ifPresent(client::get);
            client.get(JOBS + "/" + job).expect(200);
            client.get(JOBS + "/" + job + "/results").expect(200);
            client.get(JOBS + "/" + job + "/results?format=csv").expect(200);
            assertThat(client.get(JOBS + "/" + job + "/video").expect(200).body())
                    .isEqualTo(context.video());
        });
    }

    /** To the end of the job. */
    void hearEvents() {
        any().ifPresent(job -> {
            list();
            assertThat(client.get(JOBS + "/" + job + "/events").expect(200).text())
                    .contains(job)
                    .contains("event: end");
        });
    }

    void cancel() {
        any().ifPresent(job -> assertThat(
                        client.post(JOBS + "/" + job + "/cancel", "").status())
                .isIn(202, 409));
    }

    void delete() {
        any().ifPresent(job -> {
            client.delete(JOBS + "/" + job).expect(204);
            jobs.remove(job);
            list();
            client.get(JOBS + "/" + job + "/results").expect(404);
        });
    }

    private Optional<String> any() {
        return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(random.nextInt(jobs.size())));
    }
}
