package io.faceline.ingest.photo;

import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.MatchBuilder;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.TestReferences;
import io.faceline.ingest.transport.TraceParent;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.disk.TestDisk;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.SessionKey;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.access.SessionSecret;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.limits.LimitSettings;
import io.faceline.web.view.PersonNames;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** The routes that take images, over HTTP, with everything behind the sender played by the test. */
final class PhotoServer implements AutoCloseable {
    static final byte[] IMAGE = png();
    static final int MAX_SESSION_PHOTOS = 30;

    private static final String ADMIN = "an admin's long token";
    private static final SessionKey KEY = SessionKey.random();

    final SessionSecret anna = KEY.create();
    final SessionSecret ben = KEY.create();
    final Set<SessionId> ended = ConcurrentHashMap.newKeySet();
    final List<Frame> sent = new CopyOnWriteArrayList<>();
    final List<Lane> lanes = new CopyOnWriteArrayList<>();
    final List<TraceParent> traces = new CopyOnWriteArrayList<>();
    private final Map<String, Person> people = new HashMap<>();
    private final TestServer server;
    final TestDisk serverDisk = new TestDisk(100L << 30);
    private boolean isMute;
    private Function<Frame, Match> pipeline = frame -> oneFace(frame).build();

    PhotoServer() {
        var access = new Access(
                new AccessSettings(Optional.of(ADMIN), Duration.ofHours(1), Optional.of(KEY)), ended::contains);
        var frames = new FrameRequests(
                this::send,
                new PhotoReader(ImageLimits.DEFAULT),
                new DiskSpace("kafka", serverDisk, DiskFloor.of(1L << 30)),
                Runnable::run);
        Function<String, Optional<Person>> find = id -> Optional.ofNullable(people.get(id));
        var known = new PersonAccess(find, access);
        var sessions = new SessionResolver(access, ended::contains);
        var callers = new CallerKeys(access, LimitSettings.from(new Settings(Map.of())));
        var turns = new FairScheduler(
                new FairScheduler.Capacity(64, 256), AddressSettings.DEFAULT, Duration.ofSeconds(30), Runnable::run);
        var taken = new ImageAdmission(callers, new ImageAdmission.Turns(turns, turns, turns), frames);
        var sessionPhotos = new SessionPhotos(people::values, MAX_SESSION_PHOTOS, InstantSource.system());
        server = new TestServer(
                Routes.atStop(frames::stop),
                new RecognizeRoutes(sessions, frames, taken, new PersonNames(find)),
                new VerifyRoutes(sessions, frames, taken, known),
                new EnrollRoutes(access, frames, taken, known, sessionPhotos));
    }

    private CompletableFuture<Match> send(Lane lane, Frame frame, TraceParent trace) {
        lanes.add(lane);
        sent.add(frame);
        traces.add(trace);
        if (isMute) {
            return new CompletableFuture<>();
        }
        try {
            return CompletableFuture.completedFuture(pipeline.apply(frame));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e.getCause() == null ? e : e.getCause());
        }
    }

    /** What becomes of every frame from now on; an exception is the failure that is its cause. */
    void answer(Function<Frame, Match> changed) {
        pipeline = changed;
    }

    /** No frame is answered from now on. */
    void answerNothing() {
        isMute = true;
    }

    /** An answer that says there is one face, from a gallery of version 7. */
    static MatchBuilder oneFace(Frame frame) {
        return TestFrames.match(frame.facts())
                .faces(new MatchedFace(TestFaces.face(), null))
                .galleryVersion(7);
    }

    PersonId addPerson(String id, SessionId session) {
        return addPerson(id, session, 0);
    }

    PersonId addPerson(String id, SessionId session, int photos) {
        var listed = Collections.nCopies(photos, TestReferences.photo(id));
        people.put(
                id,
                PersonBuilder.person(id, "Ada").session(session).photos(listed).build());
        return new PersonId(id);
    }

    TestClient nobody() {
        return server.client();
    }

    TestClient anna() {
        return server.client().as(anna.reveal());
    }

    TestClient ben() {
        return server.client().as(ben.reveal());
    }

    TestClient admin() {
        return server.client().as(ADMIN);
    }

    HttpAnswer recognize(byte[] image) {
        return nobody().post("/api/v1/recognize", "image/png", image);
    }

    static MultipartForm form(byte[]... images) {
        return new MultipartForm().files(images);
    }

    @Override
    public void close() {
        server.close();
    }

    private static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
