package io.faceline.api.cameras.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraFieldsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String DOOR = "\"name\":\"Door\",\"address\":\"rtsp://10.0.0.7/x\"";

    private final SecretBox box = SecretBox.of(new Settings(Map.of("FACELINE_SECRET_KEY", "a long enough text")))
            .orElseThrow();
    private final CameraFields fields = new CameraFields(new SignIns(Optional.of(box)));

    private Camera create(String more) {
        return fields.create(json("{" + DOOR + (more.isEmpty() ? "" : ",") + more + "}"), CameraOrigin.API, NOW);
    }

    private Camera change(Camera camera, String json) {
        return fields.change(camera, json(json), NOW.plusSeconds(1));
    }

    private static Fields json(String text) {
        return Fields.ofJson((ObjectNode) HttpAnswer.json(text));
    }

    private String credentials(Camera camera) {
        return box.open(camera.signIn().encrypted(), camera.id().value()).orElseThrow();
    }

    @Test
    void cameraWithNameAndAddress_hasDefaults() {
        assertThat(create(""))
                .isEqualTo(Camera.of(create("").id(), "Door", create("").address(), CameraOrigin.API, NOW))
                .matches(camera -> camera.id().value().equals("door"));
    }

    @ParameterizedTest
    @CsvSource({"Haustür 2, haustur-2", "'  The  Door! ', the-door", "玄関, camera"})
    void id_isMadeOfTheName(String name, String id) {
        assertThat(CameraSlug.of(name).value()).isEqualTo(id);
    }

    @Test
    void allFields_areTaken() {
        var camera = create("""
                "id":"front","substream":"rtsp://10.0.0.7/sub","useSubstream":true,"framesPerSecond":2.5,"maxWidth":1280,
                "enabled":false,"hours":{"zone":"Europe/Berlin","open":[{"from":"08:00","to":"18:30"}]},
                "ignored":[{"box":{"x":0.1,"y":0.2,"w":0.3,"h":0.4},"faces":false}],"rotate":90,"aspect":"16:9",
                "smallestFace":40,"matchThreshold":0.5,"keyFramesOnly":true,"motionGate":false,"retentionHours":24,
                "secret":"DOOR"
                """);

        assertThat(camera.id().value()).isEqualTo("front");
        assertThat(camera.read().value()).isEqualTo("rtsp://10.0.0.7/sub");
        assertThat(camera.framesPerSecond()).isEqualTo(2.5);
        assertThat(camera.enabled()).isFalse();
        assertThat(camera.hours().include(Instant.parse("2026-11-30T07:00:00Z")))
                .isTrue();
        assertThat(camera.ignored()).singleElement().matches(area -> area.motion() && !area.faces());
        assertThat(camera.smallestFace()).isEqualTo(40);
        assertThat(camera.retentionHours()).isEqualTo(24);
        assertThat(camera.signIn()).isEqualTo(CameraSignIn.ofSecret("DOOR"));
        assertThat(change(camera, "{\"hours\":null,\"smallestFace\":null,\"substream\":null,\"secret\":null}"))
                .matches(changed -> changed.hours() == null && changed.smallestFace() == null)
                .matches(changed -> changed.signIn() == null && !changed.useSubstream())
                .matches(
                        changed -> changed.rotate() == 90 && changed.changedAt().isAfter(NOW));
    }

    @Test
    void credentials_areEncryptedForTheCamera() {
        var given = create("\"user\":\"admin\",\"password\":\"p@ss:w0rd/?#%\"");
        var pasted = fields.create(
                json("{\"name\":\"Door\",\"address\":\"rtsp://admin:p@ss:w0rd@10.0.0.7/x\"}"), CameraOrigin.API, NOW);

        assertThat(credentials(given)).isEqualTo("admin:p@ss:w0rd/?#%");
        assertThat(credentials(pasted)).isEqualTo("admin:p@ss:w0rd");
        assertThat(pasted.toString()).doesNotContain("w0rd");
    }

    @Test
    void credentials_stay_unlessTheyChange() {
        var camera = create("\"user\":\"admin\",\"password\":\"old\"");

        assertThat(change(camera, "{\"address\":\"rtsp://10.0.0.8/x\"}").signIn())
                .isEqualTo(camera.signIn());
        assertThat(credentials(change(camera, "{\"user\":\"admin\",\"password\":\"new\"}")))
                .isEqualTo("admin:new");
        assertThat(change(camera, "{\"user\":null}").signIn()).isNull();
        assertThat(change(camera, "{\"secret\":\"DOOR\"}").signIn().secret()).isEqualTo("DOOR");
    }

    @Test
    void sameCredentialsInBothAddresses_areOne() {
        var camera = fields.create(
                json(
                        "{\"name\":\"Door\",\"address\":\"rtsp://a:b@10.0.0.7/x\",\"substream\":\"rtsp://a:b@10.0.0.7/y\"}"),
                CameraOrigin.API,
                NOW);

        assertThat(credentials(camera)).isEqualTo("a:b");
        assertThat(camera.substream().value()).isEqualTo("rtsp://10.0.0.7/y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user:\"password\":\"Canary7\"",
                "user:\"user\":\"a:b\",\"password\":\"Canary7\"",
                "password:\"user\":\"admin\",\"password\":1234567",
                "user:\"user\":\"admin\",\"password\":\"Canary7\",\"secret\":\"DOOR\"",
                "secret:\"secret\":\"KEY\"",
                "secret:\"secret\":\"Canary7\"",
                "id:\"id\":\"Door\"",
                "id:\"id\":\"events\"",
                "substream:\"substream\":\"rtsp://10.0.0.8/x\"",
                "useSubstream:\"useSubstream\":true",
                "framesPerSecond:\"framesPerSecond\":\"5\"",
                "framesPerSecond:\"framesPerSecond\":0",
                "maxWidth:\"maxWidth\":1280.5",
                "enabled:\"enabled\":\"yes\"",
                "enabled:\"enabled\":null",
                "hours:\"hours\":{\"zone\":\"Nowhere\",\"open\":[]}",
                "hours:\"hours\":{\"zone\":\"UTC\"}",
                "ignored:\"ignored\":[{\"box\":{\"x\":0.9,\"y\":0,\"w\":0.3,\"h\":0.4}}]",
                "ignored:\"ignored\":[{}]",
                "rotate:\"rotate\":45",
                "aspect:\"aspect\":\"wide\"",
                "certificate:\"certificate\":\"Canary7\"",
                "brand:\"brand\":\"x\""
            })
    void wrongField_isNamed_andSecretsAreNot(String fieldAndJson) {
        var field = fieldAndJson.substring(0, fieldAndJson.indexOf(':'));

        assertThatThrownBy(() -> create(fieldAndJson.substring(field.length() + 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(field)
                .hasMessageNotContaining("Canary7")
                .hasMessageNotContaining("1234567");
    }

    @Test
    void withoutAKey_credentialsAreRefused() {
        var keyless = new CameraFields(new SignIns(Optional.empty()));

        assertThatThrownBy(() -> keyless.create(
                        json("{" + DOOR + ",\"user\":\"a\",\"password\":\"Canary7\"}"), CameraOrigin.API, NOW))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.code())
                        .isEqualTo("NO_SECRET_KEY"))
                .hasMessageContaining("FACELINE_SECRET_KEY")
                .hasMessageNotContaining("Canary7");
    }
}
