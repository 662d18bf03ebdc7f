package io.faceline.systemtests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.systemtests.NewSession;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Asks for all that there is of videos, and for what there is not; {@link OpenApiTest} says what for. */
final class VideoCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JOBS = "/api/v1/jobs";
    private static final String CORRECTIONS = "/api/v1/corrections";

    private final TestClient api;
    private final String admin;

    VideoCalls(TestClient api, String admin) {
        this.api = api;
        this.admin = admin;
    }

    void fromTheUploadToTheDeletion() throws Exception {
        var film = Files.readAllBytes(TestPhotos.shared("video/hamilton.mp4"));
        var singer = Files.readAllBytes(TestPhotos.shared("photos/face_recognition/lin-manuel-miranda.png"));
        var session = NewSession.of(api);
        session.post("/api/v1/people?name=Singer", "image/jpeg", singer).expect(201);
        var uploaded = session.post("/api/v1/videos?framesPerSecond=3&title=Hamilton", "video/mp4", film)
                .expect(202);
        var job = JOBS + "/" + uploaded.at("/id");
        session.get(job + "/events").expect(200);
        await().atMost(PATIENCE)
                .until(() -> session.get(job).expect(200).at("/state").equals("DONE"));
        session.get(job + "/events", "Last-Event-ID", "end").expect(204);
        var seen = session.get(job + "/people").expect(200);
        assertThat(seen.at("/people/0/person/name")).isEqualTo("Singer");
        session.get(seen.at("/people/0/bestShot/url")).expect(200);
        session.get(seen.at("/people/0/bestShot/url") + "&download").expect(200);
        assertThat(session.get(job + "/results").expect(200).json().path("frames"))
                .isNotEmpty();
        session.get(job + "/results?format=csv").expect(200);
        visits(session, job);
        session.get(job + "/video").expect(200);
        session.get(job + "/video", "Range", "bytes=0-99").expect(206);
        session.get(job + "/video", "Range", "bytes=" + film.length + "-").expect(416);
        clips(session, job);
        session.getUntil(
                "Singer",
                "/api/v1/matches?decision=match&source=" + uploaded.at("/id") + "&from="
                        + Instant.now().minus(PATIENCE.multipliedBy(2)));
        session.get(job + "/shots/none").expect(404);
        session.get(job + "/results?format=xml").expect(400);
        session.post(job + "/cancel", "").expect(409);
        kept(session, job);
        matchedAgain(session, job);
        api.as(admin).delete(job).expect(403);
        session.delete(job).expect(204);
        session.get(job).expect(404);
    }

    private static void kept(TestClient session, String job) {
        var until = Instant.parse(session.putJson(job + "/kept", "").expect(200).at("/keptUntil"));
        assertThat(until).isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(session.get(job).expect(200).at("/expiresAt")).isEqualTo(until.toString());
        session.delete(job + "/kept").expect(200);
        session.putJson(JOBS + "/job-none/kept", "").expect(404);
    }

    private static void matchedAgain(TestClient session, String job) {
        var again = session.post(job + "/rematch", "").expect(202);
        var path = JOBS + "/" + again.at("/id");
        await().atMost(PATIENCE)
                .until(() -> session.get(path).expect(200).at("/state").equals("DONE"));
        assertThat(session.get(path + "/people").expect(200).at("/people/0/person/name"))
                .isEqualTo("Singer");
        session.delete(path).expect(204);
        session.post(path + "/rematch", "").expect(404);
    }

    private static void clips(TestClient session, String job) throws Exception {
        var clip = session.get(job + "/clip?from=3600&to=7800").expect(200);
        assertThat(clip.header("Source-Sha256"))
                .isEqualTo(session.get(job).expect(200).at("/file/sha256"));
        session.get(job + "/clip?from=3600").expect(400);
        session.get(job + "/clip?from=90000&to=90001").expect(416);
        session.get(job + "/clip?from=0&to=600001").expect(422);
    }

    private static void visits(TestClient session, String job) throws Exception {
        var visits = session.get(job + "/visits?decision=match&sort=duration").expect(200);
        assertThat(visits.at("/items/0/person/name")).isEqualTo("Singer");
        session.get(job + "/visits?format=csv").expect(200);
        session.get("/api/v1/visits?limit=1").expect(200);
        session.get(job + "/visits?gap=wide").expect(400);
        session.get("/api/v1/visits?sort=name").expect(400);
        var track = visits.at("/items/0/id");
        var singer = visits.at("/items/0/person/id");
        corrections(session, "{\"track\":\"" + track + "\",\"not\":[\"" + singer + "\"]}", track);
    }

    private static void corrections(TestClient session, String item, String track) throws Exception {
        session.putJson(CORRECTIONS, item).expect(200);
        session.get(CORRECTIONS).expect(200);
        assertThat(session.putJson(CORRECTIONS, "{\"items\":[" + item + "]}")
                        .expect(200)
                        .at("/items/0/track"))
                .isEqualTo(track);
        session.putJson(CORRECTIONS, item.replace(track, "job-none/0/0")).expect(404);
        session.putJson(CORRECTIONS, "{}").expect(400);
        session.delete(CORRECTIONS + "?track=" + track).expect(204);
        session.delete(CORRECTIONS).expect(400);
    }

    void wrongOnes() throws Exception {
        var film = Files.readAllBytes(TestPhotos.shared("video/hamilton.mp4"));
        var session = NewSession.of(api);
        var job = session.post("/api/v1/videos", new MultipartForm().files(film))
                .expect(202)
                .at("/id");
        session.post(JOBS + "/" + job + "/cancel", "").expect(202);
        session.get(JOBS + "?state=CANCELLED&limit=1").expect(200);
        var cut = session.post("/api/v1/videos", "video/mp4", Arrays.copyOf(film, film.length / 2))
                .expect(202)
                .at("/id");
        await().atMost(PATIENCE)
                .until(() ->
                        session.get(JOBS + "/" + cut).expect(200).at("/state").equals("FAILED"));
        session.post(JOBS + "/" + cut + "/rematch", "").expect(409);
        session.get(JOBS + "/" + cut + "/clip?from=0&to=1000").expect(422);
        session.post("/api/v1/videos", "video/mp4", new byte[0]).expect(400);
        session.post("/api/v1/videos?framesPerSecond=0", "video/mp4", film).expect(400);
        api.post("/api/v1/videos", "video/mp4", film).expect(401);
        session.post("/api/v1/videos", "video/mp4", Files.readAllBytes(TestPhotos.sample(3)))
                .expect(415);
        session.get(JOBS + "?state=ASLEEP").expect(400);
        api.get(JOBS).expect(401);
        api.get("/api/v1/matches").expect(401);
        session.get("/api/v1/matches?from=yesterday").expect(400);
    }
}
