package io.faceline.delivery.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.delivery.channel.Channel;
import io.faceline.delivery.ledger.Backoff;
import io.faceline.delivery.world.WorldState;
import io.faceline.runtime.network.AddressRules;
import io.faceline.runtime.network.HostResolver;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A house with cameras and people, of whom a broker is told. Not thread-safe. */
public final class TestHouse {
    public static final Topics TOPICS = new Topics("faceline", "homeassistant");
    public static final String STATUS = "faceline/status";

    private volatile Instant now = Instant.now();
    private final InstantSource clock = () -> now;
    private int tracks;
    final WorldState world = new WorldState(clock);

    /** Of a broker that this service may use, because it is on this machine. */
    Brokers brokers(boolean allowsLocal, MqttClientSslConfig tls) {
        var secrets = StoredSecrets.of(new Settings(Map.of("FACELINE_SECRET_BROKER", "ha:open:sesame")));
        var hosts = new HostResolver(new AddressRules(allowsLocal), "receivers", "SETTING");
        var backoff = new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), new Random(7));
        return new Brokers(
                new BrokerParts(secrets, hosts, tls, world, backoff, Duration.ofMillis(300), InstantSource.system()));
    }

    Channel open(Receiver receiver) {
        return brokers(true, MqttClientSslConfig.builder().build())
                .open(receiver, (ReceiverTarget.Mqtt) receiver.target());
    }

    public static Receiver receiver(String url, ReceiverContent content) {
        return receiver(url, content, null, "faceline");
    }

    public static Receiver receiver(String url, ReceiverContent content, @Nullable StoredSecret signIn, String prefix) {
        return new Receiver(
                new ReceiverId("home"),
                "Home",
                true,
                null,
                new ReceiverTarget.Mqtt(url, signIn, prefix, "homeassistant"),
                List.of(),
                RulePriority.LOW,
                true,
                content,
                LatePolicy.SEND,
                Receiver.DEFAULT_DELIVER_WITHIN,
                1000,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    public static Camera aCamera(String id, String name) {
        var address = new CameraAddress("rtsp://10.0.0.7/stream1");
        return Camera.of(new CameraId(id), name, address, CameraOrigin.API, Instant.EPOCH);
    }

    public static CameraState aState(String camera, CameraCondition condition, Instant at) {
        return new CameraState(
                new CameraId(camera),
                condition,
                "in words",
                at,
                null,
                null,
                List.of(),
                CameraFigures.NONE,
                "ingest-1",
                at);
    }

    public static Person aPerson(String id, String name) {
        return new Person(new PersonId(id), name, SessionId.SHARED, List.of(), null, false, Instant.EPOCH);
    }

    public static WatchList aList(String id, String name, String... people) {
        var members = Arrays.stream(people).map(PersonId::new).toList();
        return new WatchList(new ListId(id), name, "#d33a2c", "me", members, Instant.EPOCH);
    }

    void camera(String id, String name) {
        world.camera(id, aCamera(id, name));
    }

    void is(String camera, CameraCondition condition) {
        world.cameraState(camera, aState(camera, condition, now));
    }

    void person(String id, String name) {
        world.person(id, aPerson(id, name));
    }

    void merge(String id, String into) {
        var merged = new Person(new PersonId(id), "", SessionId.SHARED, List.of(), new PersonId(into), false, now);
        world.person(id, merged);
    }

    void deletePerson(String id) {
        world.person(id, Person.deleted(new PersonId(id), SessionId.SHARED, now));
    }

    void list(String id, String name, String... people) {
        world.list(id, aList(id, name, people));
        world.rule("rule-" + id, TestRules.listed("rule-" + id, id).build());
    }

    /** Somebody whom this track names, or nobody, is in view now. */
    TestTracks sees(String camera, @Nullable String person) {
        var track = TestTracks.at(camera, now, tracks++);
        if (person != null) {
            track.named(person);
        }
        tracked(track.look(0));
        return track;
    }

    void tracked(TrackUpdate update) {
        world.track(update, now);
    }

    /** A live camera with Ada of the family before it. */
    TestTracks withAda() {
        camera("door", "Front door");
        is("door", CameraCondition.LIVE);
        person("ada", "Ada");
        list("family", "Family", "ada");
        return sees("door", "ada");
    }

    public static String state(String kind, String id, String key) {
        return TOPICS.state(TOPICS.device(kind, id), key);
    }

    public static String config(String kind, String id) {
        return TOPICS.config(TOPICS.device(kind, id));
    }
}
