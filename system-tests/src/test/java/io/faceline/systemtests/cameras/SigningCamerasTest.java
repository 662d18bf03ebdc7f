package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten clips of five people, played as cameras: each camera names the person in it, and nobody else. */
@Tag("slow")
class SigningCamerasTest {
    private static final String ADMIN = "an admin's long token";
    /** The clips whose third frame is the one photo of a person. */
    private static final Map<String, String> PHOTOS =
            Map.of("A", "again", "B", "bird", "C", "book", "D", "eat", "E", "hungry");

    private static final Map<String, String> SIGNERS = Map.of(
            "again", "A", "brother", "A", "help", "A", "bird", "B", "milk", "B", "book", "C", "learn", "C", "eat", "D",
            "night", "D", "hungry", "E");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void eachCamera_namesTheOneWhoSigns() throws Exception {
        var environment = new HashMap<>(System.getenv());
        environment.put("FACELINE_ADMIN_TOKEN", ADMIN);
        environment.put(
                "FACELINE_CAMERA_FILES", CameraFilms.folder().toRealPath().toString());
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.ALL), environment)) {
            var admin = TestClient.of(
                            pipeline.serve(HttpSettings.of("127.0.0.1", 0)).port())
                    .as(ADMIN);
            PHOTOS.forEach((person, word) -> enroll(admin, person, word));
            var cameras = new DefinedCameras(admin);
            SIGNERS.keySet().forEach(word -> cameras.add(word, CameraFilms.signing(word), 5));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(SIGNERS.keySet())
                    .allSatisfy(word -> assertThat(cameras.named(word)).as(word).isNotEmpty()));

            assertThat(SIGNERS)
                    .allSatisfy((word, person) ->
                            assertThat(cameras.named(word)).as(word).containsOnly(person));
        }
    }

    private void enroll(TestClient admin, String person, String word) {
        var photo = CameraFilms.still(word, 2, folder);
        var form = new MultipartForm().fields(Map.of("name", person)).files(photo);
        admin.post("/api/v1/people?scope=shared", form).expect(201);
    }
}
