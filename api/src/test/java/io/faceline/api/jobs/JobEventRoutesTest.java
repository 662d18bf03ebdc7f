package io.faceline.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.api.TestAnswers;
import io.faceline.api.TestJobs;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.http.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobEventRoutesTest {
    private static final String EVENTS = "/api/v1/jobs/job-a/events";

    private final JobServer server = new JobServer();

    @BeforeEach
    void begin() {
        server.people.add("lin", "Lin 李", server.ada.session());
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.RUNNING, 0));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void answer(long sequence) {
        server.frames.answer(
                TestAnswers.match(server.ada.session(), "job-a", sequence, TestAnswers.match(0, 2, "lin")));
    }

    private void end(long frames) {
        server.jobs.put(TestJobs.job("job-a", server.ada.session(), JobState.DONE, frames));
    }

    @Test
    void progressFramesAndEndCome_asTheyHappen() {
        try (var events = server.adaListens(EVENTS, "")) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.header("Content-Type")).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(events.await("progress", 1).get(0).data().path("state").asText())
                    .isEqualTo("RUNNING");

            answer(0);
            var frame = events.await("frame", 1).get(0);
            assertThat(frame.id()).isEqualTo("0");
            assertThat(frame.data().at("/outcome/value/faces/0/person").asText())
                    .isEqualTo("Lin 李");
            assertThat(frame.data().at("/outcome/value/faces/0/track/id").asInt())
                    .isEqualTo(1);

            answer(1);
            end(2);
            events.awaitEnd();
            assertThat(ids(events)).containsExactly("0", "1");
            assertThat(events.of("progress")
                            .get(events.of("progress").size() - 1)
                            .data()
                            .path("state")
                            .asText())
                    .isEqualTo("DONE");
            assertThat(events.of("end")).hasSize(1);
            assertThat(events.of("end").get(0).data().path("frames").asLong()).isEqualTo(2);
            assertThat(events.lastId()).isEqualTo("end");
        }
        await().until(() -> server.streams.sessions().isEmpty());
    }

    @Test
    void framesGoOnBehindTheLastSeen_clientComesBack() {
        LongStream.range(0, 5).forEach(this::answer);
        end(5);

        try (var events = server.adaListens(EVENTS, "2")) {
            events.awaitEnd();

            assertThat(ids(events)).containsExactly("3", "4");
            assertThat(events.of("frame")
                            .get(0)
                            .data()
                            .at("/outcome/value/faces/0/track/id")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void clientIsToldToStayAway_itSawTheEnd() {
        end(0);

        try (var events = server.adaListens(EVENTS, "end")) {
            assertThat(events.status()).isEqualTo(204);
        }
        try (var events = server.adaListens(EVENTS, "nonsense")) {
            assertThat(events.status()).isEqualTo(400);
        }
    }

    @Test
    void streamEnds_jobDeleted() {
        try (var events = server.adaListens(EVENTS, "")) {
            events.await("progress", 1);

            server.jobs.put(server.jobs.find("job-a").orElseThrow().in(JobState.DELETED, Instant.EPOCH));

            events.awaitEnd();
            assertThat(events.of("end")).isEmpty();
        }
    }

    @Test
    void streamEnds_sessionEnds() {
        try (var events = server.adaListens(EVENTS, "")) {
            events.await("progress", 1);
            assertThat(server.streams.sessions()).containsExactly(server.ada.session());

            server.streams.end(server.bob.session());
            server.streams.end(server.ada.session());

            events.awaitEnd();
            await().until(() -> server.streams.sessions().isEmpty());
        }
    }

    @Test
    void streamsAreBounded_ofOneAndOfAnAddress() {
        server.jobs.put(TestJobs.job("job-b", server.bob.session(), JobState.RUNNING, 0));
        List<TestEvents> open = new ArrayList<>();
        try {
            for (var number = 0; number < 8; number++) {
                open.add(server.adaListens(EVENTS, ""));
            }
            var ninth = server.ada(EVENTS);
            assertThat(ninth.problem()).isEqualTo("429 TOO_MANY_STREAMS");
            assertThat(ninth.header("Retry-After")).isEqualTo("10");

            open.add(server.bobListens("/api/v1/jobs/job-b/events"));
            open.add(server.bobListens("/api/v1/jobs/job-b/events"));
            assertThat(open).extracting(TestEvents::status).containsOnly(200);
            assertThat(server.bob("/api/v1/jobs/job-b/events").problem()).isEqualTo("429 TOO_MANY_STREAMS");
            open.add(server.bobListensElsewhere("/api/v1/jobs/job-b/events"));
            assertThat(open.get(10).status()).isEqualTo(200);

            server.streams.end(server.ada.session());
            open.get(0).awaitEnd();
            await().until(() -> !server.streams.sessions().contains(server.ada.session()));
            open.add(server.adaListens(EVENTS, ""));
            assertThat(open.get(11).status()).isEqualTo(200);
        } finally {
            open.forEach(TestEvents::close);
        }
    }

    @Test
    void allEndSoon_serverStops() {
        try (var events = server.adaListens(EVENTS, "")) {
            events.await("progress", 1);
            var before = System.nanoTime();

            server.close();

            assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
            events.awaitEnd();
        }
    }

    @Test
    void serverStopsSoon_streamsAreOpen() {
        try (var events = server.adaListens(EVENTS, "")) {
            events.await("progress", 1);
            var before = System.nanoTime();

            server.closeServer();

            assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
            events.awaitEnd();
        }
    }

    private static List<String> ids(TestEvents events) {
        return events.of("frame").stream().map(TestEvents.Event::id).toList();
    }
}
