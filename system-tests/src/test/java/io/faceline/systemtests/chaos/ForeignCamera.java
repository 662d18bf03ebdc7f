package io.faceline.systemtests.chaos;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.systemtests.kafka.ForeignFrame;
import io.faceline.systemtests.process.Installation;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Writes frames to Kafka as other programs do: into the live lane for a visitor's session, and into the camera lane. */
final class ForeignCamera implements AutoCloseable {
    private static final int PAUSE_MILLIS = 250;
    private static final SessionId CAMERA = new SessionId(SessionId.CAMERA_PREFIX + "chaos");

    private final Installation installation;
    private final RecordSender sender;
    private final List<String> sessions;
    private final Portraits portraits;
    private final RoundNotes notes;
    private final Random random;
    private long sequence;

    ForeignCamera(
            Installation installation, List<String> sessions, Portraits portraits, RoundNotes notes, Random random) {
        this.installation = installation;
        this.sender = new RecordSender(installation.kafka(), "foreign-camera");
        this.sessions = List.copyOf(sessions);
        this.portraits = portraits;
        this.notes = notes;
        this.random = random;
    }

    /** One frame into each lane. */
    void act() throws InterruptedException {
        send(Lane.LIVE, "foreign", new SessionId(sessions.get(random.nextInt(sessions.size()))));
        send(Lane.CAMERA, "door", CAMERA);
        sequence++;
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private void send(Lane lane, String source, SessionId session) {
        var image = Blob.wrap(portraits.jpeg(portraits.any(random)));
        var frame = ForeignFrame.probe(session, source, sequence, image);
        var topic = installation.topics().frames(lane);
        sender.send(topic, source, frame, frame.facts().id()).join();
        notes.count("sent_to_kafka");
    }

    @Override
    public void close() {
        sender.close();
    }
}
