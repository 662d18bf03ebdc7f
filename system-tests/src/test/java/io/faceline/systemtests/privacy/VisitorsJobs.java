package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** The videos of one session. For one thread at a time. */
final class VisitorsJobs {
    static final String JOBS = "/api/v1/jobs";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MOST = 10;

    private final Scene scene;
    private final HttpApiClient asker;
    private final String session;
    private final Random random;
    private final List<String> jobs = new ArrayList<>();

    VisitorsJobs(Scene scene, HttpApiClient asker, String session, Random random) {
        this.scene = scene;
        this.asker = asker;
        this.session = session;
        this.random = random;
    }

    void upload() {
        if (jobs.size() == MOST) {
            return;
        }
        var title = URLEncoder.encode(scene.newName(session, random), StandardCharsets.UTF_8);
        var path = "/api/v1/videos?framesPerSecond=2&title=" + title;
        var answer = asker.ask("POST", path, "video/mp4", scene.film());
        assertThat(answer.status()).as(answer::toString).isEqualTo(202);
        var job = answer.json().path("id").asText();
        jobs.add(job);
        scene.sightings().owns(session, job);
        scene.jobs().add(new KnownIds.Entry(session, job, ""));
    }

    /** All of the session's jobs and no others. The api reads of them a moment later than ingest. */
    void list() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var found = new TreeSet<String>();
            asker.get(JOBS + "?limit=200")
                    .json()
                    .path("items")
                    .forEach(job -> found.add(job.path("id").asText()));
            assertThat(found).isEqualTo(new TreeSet<>(jobs));
        });
    }

    void look() {
        any().ifPresent(job -> {
            list();
            var people = expect(200, asker.get(JOBS + "/" + job + "/people"));
            people.json().findValuesAsText("url").stream().findFirst().ifPresent(asker::get);
            expect(200, asker.get(JOBS + "/" + job));
            expect(200, asker.get(JOBS + "/" + job + "/results"));
            expect(200, asker.get(JOBS + "/" + job + "/results?format=csv"));
            assertThat(expect(200, asker.get(JOBS + "/" + job + "/video")).body())
                    .isEqualTo(scene.film());
        });
    }

    /** To the end of the job. */
    void hearEvents() {
        any().ifPresent(job -> {
            list();
            assertThat(expect(200, asker.get(JOBS + "/" + job + "/events")).text())
                    .contains(job)
                    .contains("event: end");
        });
    }

    void cancel() {
        any().ifPresent(job -> assertThat(
                        asker.post(JOBS + "/" + job + "/cancel", "").status())
                .isIn(202, 409));
    }

    void delete() {
        any().ifPresent(job -> {
            expect(204, asker.delete(JOBS + "/" + job));
            jobs.remove(job);
            list();
            assertThat(asker.get(JOBS + "/" + job + "/results").status()).isEqualTo(404);
        });
    }

    private static HttpApiClient.Answer expect(int status, HttpApiClient.Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        return answer;
    }

    private Optional<String> any() {
        return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(random.nextInt(jobs.size())));
    }
}
