package io.faceline.delivery.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.serde.Mappers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a broker is to retain, without one. */
class DevicesTest {
    private final TestHouse house = new TestHouse();

    private Retained wanted(ReceiverContent content) {
        return Devices.of(house.world.now(), TestHouse.TOPICS, TestHouse.receiver("mqtt://broker", content));
    }

    private String state(String kind, String id, String key) {
        return wanted(ReceiverContent.IDS).states().getOrDefault(TestHouse.state(kind, id, key), "absent");
    }

    @Test
    void configs_areAsHomeAssistantWants() throws Exception {
        house.withAda();
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (var file = DevicesTest.class.getResourceAsStream("device-discovery.schema.json")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var schema = registry.getSchema(text, InputFormat.JSON);
            for (var content : ReceiverContent.values()) {
                var wanted = wanted(content);
                assertThat(wanted.configs()).hasSize(4);
                for (var config : wanted.configs().values()) {
                    assertThat(schema.validate(config, InputFormat.JSON))
                            .as(config)
                            .isEmpty();
                    assertThat(config).doesNotContain("object_id");
                    assertThat(Reconciliation.isOurs(config, TestHouse.TOPICS)).isTrue();
                }
                var topics = Mappers.JSON
                        .createObjectNode()
                        .set("all", Mappers.JSON.valueToTree(wanted.configs().values()))
                        .toString();
                assertThat(wanted.states().keySet())
                        .allSatisfy(topic -> assertThat(topics).contains(topic));
            }
        }
    }

    @Test
    void names_areInNoTopic_andInPayloadsOnlyIfTheReceiverGetsThem() {
        house.withAda();

        var ids = wanted(ReceiverContent.IDS);
        assertThat(ids.toString()).doesNotContain("Ada", "Front door", "Family");
        assertThat(ids.configs().keySet().toString() + ids.states().keySet()).doesNotContain("ada", "door", "family");
        var names = wanted(ReceiverContent.NAMES);
        assertThat(names.configs().keySet()).isEqualTo(ids.configs().keySet());
        assertThat(names.states().keySet()).isEqualTo(ids.states().keySet());
        assertThat(names.toString()).contains("Ada", "Front door", "Family");
    }

    @Test
    void people_areInView_untilTheirTrackEnds() {
        var ada = house.withAda();
        house.sees("door", null);
        assertThat(state("camera", "door", "occupancy")).isEqualTo("ON");
        assertThat(state("camera", "door", "people")).isEqualTo("2");
        assertThat(state("camera", "door", "last_person")).contains("\"state\":\"ada\"");
        assertThat(state("person", "ada", "present")).isEqualTo("ON");
        assertThat(state("list", "family", "people")).isEqualTo("1");

        house.tracked(ada.end());
        assertThat(state("camera", "door", "people")).isEqualTo("1");
        assertThat(state("camera", "door", "last_person")).contains("\"state\":\"none\"", "\"id\":\"ada\"");
        assertThat(state("person", "ada", "present")).isEqualTo("OFF");
        assertThat(state("person", "ada", "where")).isEqualTo("door");
        assertThat(state("list", "family", "present")).isEqualTo("OFF");
    }

    @Test
    void sourceThatIsSilent_hasNobodyInView() {
        house.withAda();
        house.passes(Duration.ofSeconds(16));
        house.is("door", CameraCondition.LIVE);

        assertThat(state("camera", "door", "occupancy")).isEqualTo("OFF");
        assertThat(state("person", "ada", "present")).isEqualTo("OFF");
    }

    @Test
    void cameraThatIsNotLive_isUnavailable_notEmpty() throws Exception {
        house.withAda();
        house.is("door", CameraCondition.UNREACHABLE);

        assertThat(state("camera", "door", "connectivity")).isEqualTo("offline");
        var config = wanted(ReceiverContent.IDS).configs().get(TestHouse.config("camera", "door"));
        var occupancy = Mappers.JSON.readTree(config).path("cmps").path("occupancy");
        assertThat(occupancy.path("availability").findValuesAsText("topic"))
                .containsExactly(TestHouse.STATUS, TestHouse.state("camera", "door", "connectivity"));
        house.is("door", CameraCondition.LIVE);
        assertThat(state("camera", "door", "connectivity")).isEqualTo("online");
        house.passes(Duration.ofSeconds(31));
        assertThat(state("camera", "door", "connectivity")).isEqualTo("offline");
    }

    @Test
    void correctedTrack_leavesNoTraceOfWhomItNamedBefore() {
        var track = house.withAda();
        house.person("bob", "Bob");
        house.list("family", "Family", "ada", "bob");

        house.tracked(track.named("bob").look(1, "ada"));

        assertThat(state("person", "ada", "present")).isEqualTo("OFF");
        assertThat(state("person", "ada", "last_seen")).isEqualTo("None");
        assertThat(state("person", "bob", "present")).isEqualTo("ON");
    }

    @Test
    void mergedPerson_isTheOtherOne() {
        house.withAda();
        house.person("augusta", "Augusta");
        house.list("family", "Family", "augusta");
        var ada = house.world.now().people();
        assertThat(ada).hasSize(1);
        assertThat(state("person", "augusta", "present")).isEqualTo("OFF");

        house.merge("ada", "augusta");

        assertThat(state("person", "augusta", "present")).isEqualTo("ON");
    }

    @Test
    void filmsAndVisitors_showNobody() {
        house.withAda();
        house.person("bob", "Bob");
        house.list("family", "Family", "bob");
        house.tracked(TestTracks.film("job", 1).named("bob").look(0));
        house.sees("somebody-elses-webcam", "bob");

        assertThat(state("person", "bob", "present")).isEqualTo("OFF");
        assertThat(state("person", "bob", "last_seen")).isEqualTo("None");
    }

    @Test
    void deletedPerson_andDeletedCamera_areNowhere() {
        house.withAda();
        house.deletePerson("ada");
        assertThat(wanted(ReceiverContent.NAMES).toString()).doesNotContain("ada", "Ada");
        house.person("ada", "Ada");
        house.world.camera("door", null);

        assertThat(wanted(ReceiverContent.NAMES).toString()).doesNotContain("door");
        assertThat(wanted(ReceiverContent.NAMES).configs().keySet()).doesNotContain(TestHouse.config("camera", "door"));
    }

    @Test
    void openAlerts_areThoseOfTheReceiver() {
        assertThat(Map.copyOf(wanted(ReceiverContent.IDS).states()))
                .containsEntry(TestHouse.state("installation", "", "open_alerts"), "0");
    }
}
