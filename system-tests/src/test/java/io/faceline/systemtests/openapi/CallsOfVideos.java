package io.faceline.systemtests.openapi;

import static io.faceline.systemtests.openapi.ApiClient.FORM;
import static io.faceline.systemtests.openapi.ApiClient.JPEG;
import static io.faceline.systemtests.openapi.ApiClient.NOBODY;
import static io.faceline.systemtests.openapi.ApiClient.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.cli.TestPhotos;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Asks for all that there is of videos, and for what there is not; {@link OpenApiTest} says what for. */
final class CallsOfVideos {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JOBS = "/api/v1/jobs";

    private final ApiClient api;
    private final String admin;

    CallsOfVideos(ApiClient api, String admin) {
        this.api = api;
        this.admin = admin;
    }

    void fromTheUploadToTheDeletion() throws Exception {
        var film = Files.readAllBytes(TestPhotos.shared("video/hamilton.mp4"));
        var singer = Files.readAllBytes(TestPhotos.shared("photos/face_recognition/lin-manuel-miranda.png"));
        var token = api.newSession();
        api.post(201, token, "/api/v1/people?name=Singer", JPEG, singer);
        var uploaded = api.post(202, token, "/api/v1/videos?framesPerSecond=3&title=Hamilton", "video/mp4", film);
        var job = JOBS + "/" + uploaded.at("/id");
        api.get(200, token, job + "/events");
        await().atMost(PATIENCE)
                .until(() -> api.get(200, token, job).at("/state").equals("DONE"));
        api.get(204, token, job + "/events", "Last-Event-ID", "end");
        var seen = api.get(200, token, job + "/people");
        assertThat(seen.at("/people/0/person/name")).isEqualTo("Singer");
        api.get(200, token, seen.at("/people/0/bestShot/url"));
        assertThat(api.get(200, token, job + "/results").json().path("frames")).isNotEmpty();
        api.get(200, token, job + "/results?format=csv");
        api.get(200, token, job + "/video");
        api.get(206, token, job + "/video", "Range", "bytes=0-99");
        api.get(416, token, job + "/video", "Range", "bytes=" + film.length + "-");
        api.listen(
                token,
                "/api/v1/matches?decision=match&source=" + uploaded.at("/id") + "&from="
                        + Instant.now().minus(PATIENCE.multipliedBy(2)),
                "Singer");
        api.get(404, token, job + "/shots/none");
        api.get(400, token, job + "/results?format=xml");
        api.post(409, token, job + "/cancel", "");
        api.delete(403, admin, job);
        api.delete(204, token, job);
        api.get(404, token, job);
    }

    void wrongOnes() throws Exception {
        var film = Files.readAllBytes(TestPhotos.shared("video/hamilton.mp4"));
        var token = api.newSession();
        var job = api.post(202, token, "/api/v1/videos", FORM, form(film)).at("/id");
        api.post(202, token, JOBS + "/" + job + "/cancel", "");
        api.get(200, token, JOBS + "?state=CANCELLED&limit=1");
        var cut = api.post(202, token, "/api/v1/videos", "video/mp4", Arrays.copyOf(film, film.length / 2))
                .at("/id");
        await().atMost(PATIENCE)
                .until(() -> api.get(200, token, JOBS + "/" + cut).at("/state").equals("FAILED"));
        api.post(400, token, "/api/v1/videos", "video/mp4", new byte[0]);
        api.post(400, token, "/api/v1/videos?framesPerSecond=0", "video/mp4", film);
        api.post(401, NOBODY, "/api/v1/videos", "video/mp4", film);
        api.post(415, token, "/api/v1/videos", "video/mp4", Files.readAllBytes(TestPhotos.sample(3)));
        api.get(400, token, JOBS + "?state=ASLEEP");
        api.get(401, NOBODY, JOBS);
        api.get(401, NOBODY, "/api/v1/matches");
        api.get(400, token, "/api/v1/matches?from=yesterday");
    }
}
