package io.faceline.runtime.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudEventTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:10:11.123Z");

    static Stream<GoldenRecord<?>> goldenRecords() {
        return SampleRecords.all().stream()
                .filter(sample -> sample.value() != null)
                .filter(sample -> Arrays.stream(PublicTopic.values())
                        .anyMatch(topic -> topic.label().equals(sample.folder())));
    }

    @ParameterizedTest
    @MethodSource("goldenRecords")
    void recordOfAPublicTopic_isReadByALibraryOfCloudEvents(GoldenRecord<?> golden) {
        var attributes = event(requireNonNull(golden.value()));

        var read = read(attributes, golden.serialize());

        assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(read.getType()).isEqualTo(attributes.type());
        assertThat(read.getSource()).isEqualTo(URI.create(attributes.source())).hasToString(attributes.source());
        assertThat(read.getId()).isEqualTo(attributes.id());
        assertThat(read.getSubject()).isEqualTo(attributes.subject());
        assertThat(requireNonNull(read.getTime()).toInstant()).isEqualTo(attributes.time());
        assertThat(requireNonNull(read.getTime()).getOffset()).isEqualTo(ZoneOffset.UTC);
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(requireNonNull(read.getData()).toBytes()).isEqualTo(golden.serialize());
    }

    @Test
    void deletion_isAnEventWithoutData() {
        var read = read(CloudEvent.deleted(PublicTopic.CAMERA_STATES, "door", NOW), null);

        assertThat(read.getType()).isEqualTo("io.faceline.camera-state.v1.deleted");
        assertThat(read.getSubject()).isEqualTo("door");
        assertThat(read.getId()).isEqualTo("door-deleted-" + NOW.toEpochMilli());
        assertThat(read.getData()).isNull();
    }

    @Test
    void match_isNamedByItsFrame() {
        var match = sample("matches", "probe-match-and-uncertain", Match.class);

        var event = CloudEvent.of(match);

        assertThat(event.type()).isEqualTo("io.faceline.match.v1");
        assertThat(event.id()).isEqualTo(match.facts().id().value());
        assertThat(event.source())
                .isEqualTo("/faceline/sources/" + match.facts().source());
        assertThat(event.subject()).isEqualTo(match.facts().session().value());
    }

    @Test
    void alert_isNamedAsItsMessage() {
        var alert = sample("alerts", "opened", Alert.class);

        var event = CloudEvent.of(alert);

        assertThat(event.id()).isEqualTo("mfrggzdfmztwq2lknnwg23tpoa-1").doesNotContain(".");
        assertThat(event.source()).isEqualTo("/faceline/rules/back-door-at-night");
        assertThat(event.subject()).isEqualTo("mfrggzdfmztwq2lknnwg23tpoa");
    }

    @Test
    void sameTrack_hasTheSameId_andItsEndAndItsCorrectionOthers() {
        var track = sample("tracks", "named", TrackUpdate.class);
        var ended = ended(track);
        var id = CloudEvent.of(track).id();

        assertThat(id).startsWith(track.id() + "-" + track.revision() + "-");
        assertThat(CloudEvent.of(track)).isEqualTo(CloudEvent.of(sample("tracks", "named", TrackUpdate.class)));
        assertThat(track.identity().decision()).isEqualTo(Decision.MATCH);
        assertThat(Stream.of(track, track.unknown(), ended).map(CloudEvent::of).map(CloudEvent::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void idOfATrack_isTheSameInEveryProcess() {
        assertThat(CloudEvent.of(sample("tracks", "named", TrackUpdate.class)).id())
                .isEqualTo("job-3e4d5c6b-7a89-4b0c-9d1e-2f3a4b5c6d7e/40/1-52-f1cae856");
    }

    private static TrackUpdate ended(TrackUpdate track) {
        return new TrackUpdate(
                track.id(),
                track.source(),
                track.session(),
                track.number(),
                TrackPhase.END,
                track.revision(),
                track.first(),
                track.last(),
                track.frames(),
                track.identity(),
                track.former(),
                track.shot(),
                TrackEnd.LOST);
    }

    private static CloudEvent event(Object record) {
        if (record instanceof Match match) {
            return CloudEvent.of(match);
        }
        if (record instanceof TrackUpdate track) {
            return CloudEvent.of(track);
        }
        if (record instanceof Alert alert) {
            return CloudEvent.of(alert);
        }
        if (record instanceof CameraState state) {
            return CloudEvent.of(state);
        }
        return CloudEvent.of((ChangeAnswer) record, NOW);
    }

    private static io.cloudevents.CloudEvent read(CloudEvent attributes, byte[] value) {
        return KafkaMessageFactory.createReader(new RecordHeaders(attributes.headers()), value)
                .toEvent();
    }

    private static <V> V sample(String folder, String name, Class<V> type) {
        return SampleRecords.all().stream()
                .filter(sample ->
                        sample.folder().equals(folder) && sample.name().equals(name))
                .map(sample -> type.cast(sample.value()))
                .findFirst()
                .orElseThrow();
    }
}
