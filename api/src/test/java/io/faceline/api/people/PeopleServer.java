package io.faceline.api.people;

import io.faceline.api.TestMatcher;
import io.faceline.api.TestPeople;
import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Reference;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.disk.TestDisk;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.SessionKey;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.access.SessionSecret;
import io.faceline.web.access.SharedGallery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The routes of people over in-memory people, with two sessions and an admin. */
final class PeopleServer implements AutoCloseable {
    static final String ADMIN = "an admin's long token";
    static final int MAX_REFERENCES = 5;
    static final int MAX_PHOTOS = 8;
    private static final SessionKey KEY = SessionKey.random();

    final TestPeople people = new TestPeople();
    final TestMatcher matcher = new TestMatcher(people);
    /** By the key of the photo. */
    final Map<String, Blob> crops = new HashMap<>();

    final TestDisk disk = new TestDisk(100L << 30);
    final List<Reference> gallery = new ArrayList<>();
    final SessionSecret ada = KEY.create();
    final SessionSecret bob = KEY.create();
    /** Runs one transfer at a time. A second one may wait: an answer arrives before its thread is free again. */
    final ExecutorService transfers = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));

    private Instant now = TestPeople.THEN;
    private final TestServer server;

    PeopleServer() {
        this(SharedGallery.AUTO);
    }

    /** @param sharedGallery who sees the shared gallery */
    PeopleServer(SharedGallery sharedGallery) {
        var settings = new AccessSettings(
                Optional.of(ADMIN), Duration.ofHours(24), Duration.ofHours(24), sharedGallery, Optional.of(KEY));
        server = new TestServer(PeopleApi.routes(
                new Access(settings, session -> false),
                people,
                key -> Optional.ofNullable(crops.get(key)),
                matcher,
                () -> gallery,
                new ImportRoom(
                        new DiskSpace("kafka", disk, DiskFloor.of(1L << 30)),
                        new SessionPhotos(
                                () -> people.all().values(),
                                MAX_PHOTOS,
                                AddressSettings.DEFAULT,
                                () -> now = now.plusSeconds(2)),
                        MAX_REFERENCES),
                Runnable::run,
                transfers));
    }

    HttpAnswer ada(String method, String path, String body) {
        return server.client().as(ada.reveal()).json(method, path, body);
    }

    HttpAnswer ada(String path) {
        return ada("GET", path, "");
    }

    HttpAnswer bob(String method, String path, String body) {
        return server.client().as(bob.reveal()).json(method, path, body);
    }

    HttpAnswer admin(String method, String path, String body) {
        return server.client().as(ADMIN).json(method, path, body);
    }

    HttpAnswer nobody(String method, String path, String body) {
        return server.client().json(method, path, body);
    }

    HttpAnswer adaByCookie(String path) {
        return server.client().get(path, "Cookie", Access.COOKIE + "=" + ada.reveal());
    }

    void addOfAda(String id, String name) {
        people.add(id, name, ada.session());
    }

    void addShared(String id, String name) {
        people.add(id, name, SessionId.SHARED);
    }

    @Override
    public void close() {
        server.close();
        transfers.shutdownNow();
    }
}
