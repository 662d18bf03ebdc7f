package io.faceline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.serde.Mappers;
import io.faceline.ingest.photo.FairScheduler;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.ingest.photo.ImageAdmission;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.photo.SessionResolver;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.limits.LimitSettings;
import io.faceline.web.view.PersonNames;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live frames over a WebSocket, with the pipeline and the tracker played by the test. */
class LiveRoutesTest {
    private static final SessionKey KEY = SessionKey.random();

    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final PendingTracks tracks = new PendingTracks(Runnable::run);
    private Person person = PersonBuilder.person(TestTracks.ADA, "Ada")
            .session(SessionId.SHARED)
            .build();
    private Function<FrameFacts, Match> matcher = TestTracks::oneFace;
    private Function<FrameFacts, Optional<SessionId>> tracker = facts -> Optional.of(facts.session());
    private TestServer server;
    private WebSocket socket;

    @BeforeEach
    void connect() {
        var access = new Access(
                new AccessSettings(Optional.empty(), Duration.ofHours(1), Optional.of(KEY)), session -> false);
        var frames = new FrameRequests(
                this::send, new PhotoReader(ImageLimits.DEFAULT), DiskSpace.elsewhere(), Runnable::run);
        var all = new AddressSettings(Set.of(), 100);
        var turns = new FairScheduler(new FairScheduler.Capacity(4, 4, 4), all, Duration.ofMinutes(1), Runnable::run);
        var admission = new ImageAdmission(
                new CallerKeys(access, LimitSettings.from(new Settings(Map.of()))),
                new ImageAdmission.Turns(turns, turns, turns),
                frames);
        server = new TestServer(new LiveRoutes(
                new SessionResolver(access, session -> false),
                admission,
                frames,
                tracks,
                new PersonNames(id -> Optional.of(person)),
                new FrameMetrics(),
                new LiveSources(all.shares(4)),
                session -> false));
        socket = server.client().as(KEY.create().reveal()).connect("/api/v1/live", new AnswerListener());
    }

    @AfterEach
    void close() {
        await().until(() -> tracks.size() == 0);
        socket.abort();
        server.close();
    }

    @Test
    void answerHasTheTrackOfEachFace() {
        var face = answer().at("/outcome/value/faces/0");

        assertThat(face.at("/track/id").asInt()).isEqualTo(3);
        assertThat(face.at("/track/key").asText()).endsWith("/0/0");
        assertThat(face.at("/track/decision").asText()).isEqualTo("match");
        assertThat(face.at("/track/person")).hasToString("{\"id\":\"ada\",\"name\":\"Ada\",\"scope\":\"shared\"}");
        assertThat(face.at("/face/index").asInt()).isZero();
    }

    @Test
    void personWhoWasDeleted_hasNoName() {
        person = Person.deleted(TestTracks.ADA, SessionId.SHARED, Instant.EPOCH);

        var track = answer().at("/outcome/value/faces/0/track");

        assertThat(track.at("/person/id").asText()).isEqualTo("ada");
        assertThat(track.at("/person/name").isNull()).isTrue();
    }

    @Test
    void answerComesWithoutTracks_noTrackerRuns() {
        tracker = facts -> Optional.empty();

        assertThat(answer().at("/outcome/value/faces/0/track").isNull()).isTrue();
        assertThat(answers.get(0).get("frame").asLong()).isZero();
    }

    @Test
    void answerComesWithoutTracks_theyAreOfAnotherSession() {
        tracker = facts -> Optional.of(new SessionId("camera:1"));

        assertThat(answer().at("/outcome/value/faces/0/track").isNull()).isTrue();
    }

    @Test
    void answersComeInOrder_withAndWithoutFaces() {
        answer();
        matcher = facts -> TestFrames.match(facts).build();
        answer();

        assertThat(answers).extracting(answer -> answer.get("frame").asLong()).containsExactly(0L, 1L);
        assertThat(answers.get(1).at("/outcome/value/faces")).isEmpty();
    }

    /** Sends a frame and waits for its answer. */
    private JsonNode answer() {
        var earlier = answers.size();
        socket.sendBinary(ByteBuffer.wrap(jpeg()), true).join();
        await().until(() -> answers.size() > earlier);
        return answers.get(earlier);
    }

    private CompletableFuture<Match> send(Lane lane, Frame frame, TraceParent trace) {
        var facts = frame.facts();
        tracker.apply(facts).ifPresent(session -> tracks.accept(TestTracks.tracked(of(session, facts))));
        return CompletableFuture.completedFuture(matcher.apply(facts));
    }

    private static FrameFacts of(SessionId session, FrameFacts facts) {
        return new FrameFacts(
                facts.id(),
                session,
                facts.role(),
                facts.source(),
                facts.sequence(),
                facts.capturedAt(),
                facts.position(),
                facts.minGalleryVersion());
    }

    private static byte[] jpeg() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private final class AnswerListener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
            text.append(data);
            if (isLast) {
                answers.add(parsed(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private static JsonNode parsed(String json) {
            try {
                return Mappers.JSON.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
