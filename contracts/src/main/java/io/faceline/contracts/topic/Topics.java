package io.faceline.contracts.topic;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.delivery.Delivery;
import io.faceline.contracts.delivery.DeliveryRequest;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverStatus;
import io.faceline.contracts.frame.Detections;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.session.SessionState;
import io.faceline.contracts.topic.Topic.Spread;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** All topics of one installation. The prefix separates installations that share a Kafka cluster. */
public final class Topics {
    public static final String DEFAULT_PREFIX = "faceline.";

    /** Header of every record about a frame: the frame id, for readers of records that cannot be deserialised. */
    public static final String FRAME_ID_HEADER = "frame-id";

    /** Of one record, in every topic and every client; one encoded frame may have 8 MiB. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    private final String prefix;
    private final Retention retention;
    private final TopicBudget budget;
    private final Map<Lane, Topic<Frame>> frames = new EnumMap<>(Lane.class);
    private final Map<Lane, Topic<Detections>> detections = new EnumMap<>(Lane.class);
    private final Topic<byte[]> feeds;
    private final Topic<Camera> cameras;
    private final Topic<CameraState> cameraStates;
    private final Topic<CameraPreview> previews;
    private final Topic<Embeddings> embeddings;
    private final Topic<Match> matches;
    private final Topic<Sighting> sightings;
    private final Topic<TrackUpdate> tracks;
    private final Topic<TrackedFrame> trackedFrames;
    private final Topic<TrackedVideo> trackedVideos;
    private final Topic<Appearance> appearances;
    private final Topic<ShotPicture> shots;
    private final Topic<Correction> corrections;
    private final Topic<Reference> gallery;
    private final Topic<Person> people;
    private final Topic<PhotoCrop> photos;
    private final Topic<Change> changes;
    private final Topic<ChangeAnswer> changeAnswers;
    private final Topic<SessionState> sessions;
    private final Topic<Job> jobs;
    private final AlertTopics alerting;
    private final Topic<byte[]> deadLetters;

    public Topics(String prefix) {
        this(prefix, Retention.DEFAULT);
    }

    public Topics(String prefix, Retention retention) {
        this(prefix, retention, TopicBudget.DEFAULT);
    }

    public Topics(String prefix, Retention retention, TopicBudget budget) {
        this.prefix = prefix;
        this.retention = retention;
        this.budget = budget;
        for (var lane : Lane.values()) {
            frames.put(
                    lane,
                    cbor("frames." + lane.label(), Frame.class, Spread.LANE, images(Spread.LANE, TopicBudget.IMAGES)));
            detections.put(
                    lane,
                    cbor(
                            "detections." + lane.label(),
                            Detections.class,
                            Spread.LANE,
                            images(Spread.LANE, TopicBudget.FACES)));
        }
        feeds = topic("feeds", Serdes.ByteArray(), Spread.SOURCE, images(Spread.SOURCE, TopicBudget.IMAGES));
        // Several partitions, which are what the instances of ingest share.
        cameras = json("cameras", Camera.class, Spread.SOURCE, Kept.latest(retention.replaced()));
        cameraStates = json("camera-states", CameraState.class, Spread.ONE, Kept.latest(retention.replaced()));
        previews = cbor(
                "previews",
                CameraPreview.class,
                Spread.ONE,
                during(retention.previews(), TopicBudget.PREVIEWS, Spread.ONE));
        var embeddingsKept = during(retention.embeddings(), TopicBudget.EMBEDDINGS, Spread.SESSION);
        embeddings = cbor("embeddings", Embeddings.class, Spread.SESSION, embeddingsKept);
        matches = json(
                "matches",
                Match.class,
                Spread.SESSION,
                during(retention.matches(), TopicBudget.ANSWERS, Spread.SESSION));
        // What a track is made from is kept no longer than what it was decided by.
        sightings = cbor(
                "sightings",
                Sighting.class,
                Spread.SOURCE,
                during(retention.embeddings(), TopicBudget.SIGHTINGS, Spread.SOURCE));
        tracks = json(
                "tracks",
                TrackUpdate.class,
                Spread.SOURCE,
                during(retention.matches(), TopicBudget.TRACKS, Spread.SOURCE));
        trackedFrames = json(
                "tracked-frames",
                TrackedFrame.class,
                Spread.SOURCE,
                during(retention.matches(), TopicBudget.TRACKED_FRAMES, Spread.SOURCE));
        trackedVideos = json("tracked-videos", TrackedVideo.class, Spread.ONE, Kept.latest(retention.replaced()));
        appearances = json("appearances", Appearance.class, Spread.ONE, Kept.latest(retention.replaced()));
        shots = cbor("shots", ShotPicture.class, Spread.ONE, Kept.latest(retention.replaced()));
        corrections = json("corrections", Correction.class, Spread.ONE, Kept.latest(retention.replaced()));
        gallery = cbor("gallery", Reference.class, Spread.ONE, Kept.latest(retention.replaced()));
        people = cbor("people", Person.class, Spread.ONE, Kept.latest(retention.replaced()));
        photos = cbor("photos", PhotoCrop.class, Spread.ONE, Kept.latest(retention.replaced()));
        changes = cbor("changes", Change.class, Spread.SESSION, others(Spread.SESSION));
        changeAnswers = json("change-answers", ChangeAnswer.class, Spread.SESSION, others(Spread.SESSION));
        sessions = json("sessions", SessionState.class, Spread.SESSION, Kept.latest(retention.replaced()));
        jobs = json("jobs", Job.class, Spread.ONE, Kept.latest(retention.replaced()));
        alerting = alertTopics();
        deadLetters = topic("dead-letters", Serdes.ByteArray(), Spread.ONE, others(Spread.ONE));
    }

    private AlertTopics alertTopics() {
        var latest = Kept.latest(retention.replaced());
        return new AlertTopics(
                json("rules", AlertRule.class, Spread.ONE, latest),
                json("watch-lists", WatchList.class, Spread.ONE, latest),
                json("source-groups", SourceGroup.class, Spread.ONE, latest),
                json("mutes", Mute.class, Spread.ONE, latest),
                cbor(
                        "track-shots",
                        TrackPicture.class,
                        Spread.SOURCE,
                        during(retention.embeddings(), TopicBudget.TRACK_SHOTS, Spread.SOURCE)),
                cbor(
                        "alert-observations",
                        Observation.class,
                        Spread.SOURCE,
                        during(retention.embeddings(), TopicBudget.ALERT_OBSERVATIONS, Spread.SOURCE)),
                json("alert-changes", AlertChange.class, Spread.SOURCE, others(Spread.SOURCE)),
                json("alerts", Alert.class, Spread.ONE, alerts()),
                cbor("alert-shots", AlertPicture.class, Spread.ONE, alerts()),
                json("receivers", Receiver.class, Spread.ONE, latest),
                json("receiver-states", ReceiverStatus.class, Spread.ONE, latest),
                json("delivery-requests", DeliveryRequest.class, Spread.ONE, others(Spread.ONE)),
                json("deliveries", Delivery.class, Spread.ONE, alerts()));
    }

    private Map<String, String> alerts() {
        return Kept.latestDuring(
                retention.alerts(), retention.replaced(), budget.ofPartition(TopicBudget.ALERTS, Spread.ONE));
    }

    private Map<String, String> images(Spread spread, int shares) {
        return during(retention.frames(), shares, spread);
    }

    private Map<String, String> others(Spread spread) {
        return during(retention.embeddings(), TopicBudget.OTHERS, spread);
    }

    private Map<String, String> during(Duration time, int shares, Spread spread) {
        return Kept.during(time, budget.ofPartition(shares, spread));
    }

    /** Encoded images to be processed. Key: the frame id in the bulk lane, the source in the others. */
    public Topic<Frame> frames(Lane lane) {
        return of(frames, lane);
    }

    /** Detected faces. Keys as in {@link #frames}. */
    public Topic<Detections> detections(Lane lane) {
        return of(detections, lane);
    }

    /** Images as cameras make them, of anyone who may write. Key: the name of the source. */
    public Topic<byte[]> feeds() {
        return feeds;
    }

    /** The cameras that ingest reads. Key: camera id. */
    public Topic<Camera> cameras() {
        return cameras;
    }

    /** What each camera does, public JSON. Key: camera id. */
    public Topic<CameraState> cameraStates() {
        return cameraStates;
    }

    /** Small pictures of cameras. Key: camera id. */
    public Topic<CameraPreview> previews() {
        return previews;
    }

    /** Embeddings of faces. Key: session id. */
    public Topic<Embeddings> embeddings() {
        return embeddings;
    }

    /** Answers, public JSON. Key: session id. */
    public Topic<Match> matches() {
        return matches;
    }

    /** Answered frames of videos and live sources with their embeddings, for the tracker. Key: source. */
    public Topic<Sighting> sightings() {
        return sightings;
    }

    /** Faces followed over the frames of a source, public JSON. Key: source. */
    public Topic<TrackUpdate> tracks() {
        return tracks;
    }

    /** Answered frames with the tracks of their faces, in order, public JSON. Key: source. */
    public Topic<TrackedFrame> trackedFrames() {
        return trackedFrames;
    }

    /** How far each video is tracked, public JSON. Key: job id. */
    public Topic<TrackedVideo> trackedVideos() {
        return trackedVideos;
    }

    /** Who is in a video from when to when, public JSON. Key: {@link Appearance#key()}. */
    public Topic<Appearance> appearances() {
        return appearances;
    }

    /** The pictures of appearances. Key: {@link ShotPicture#key}. */
    public Topic<ShotPicture> shots() {
        return shots;
    }

    /** What was said by hand of tracks. Key: {@link Correction#key}. */
    public Topic<Correction> corrections() {
        return corrections;
    }

    /** The shared gallery. Key: reference id. */
    public Topic<Reference> gallery() {
        return gallery;
    }

    /** People, their names and the ids of their photos. Key: person id. */
    public Topic<Person> people() {
        return people;
    }

    /** The crops of people's photos. Key: {@link PhotoCrop#key()}. */
    public Topic<PhotoCrop> photos() {
        return photos;
    }

    /** Requested changes to people, references and sessions. Key: session id. */
    public Topic<Change> changes() {
        return changes;
    }

    /** The result of each change. Key: session id. */
    public Topic<ChangeAnswer> changeAnswers() {
        return changeAnswers;
    }

    /** Active sessions. Key: session id. */
    public Topic<SessionState> sessions() {
        return sessions;
    }

    /** Video jobs. Key: job id. */
    public Topic<Job> jobs() {
        return jobs;
    }

    /** The topics of alerts. */
    public AlertTopics alerting() {
        return alerting;
    }

    /** Unmodified records that a stage could not process, with stage and cause in headers. */
    public Topic<byte[]> deadLetters() {
        return deadLetters;
    }

    public Retention retention() {
        return retention;
    }

    public List<Topic<?>> all() {
        return Stream.of(
                        frames.values().stream(),
                        detections.values().stream(),
                        Stream.of(feeds, cameras, cameraStates, previews),
                        Stream.of(embeddings, matches, sightings, tracks, trackedFrames),
                        Stream.of(trackedVideos, appearances, shots, corrections),
                        Stream.of(gallery, people, photos),
                        alerting.all(),
                        Stream.of(changes, changeAnswers, sessions, jobs, deadLetters))
                .<Topic<?>>flatMap(topics -> topics)
                .toList();
    }

    private <V> Topic<V> cbor(String name, Class<V> value, Spread spread, Map<String, String> cleanup) {
        return topic(name, RecordSerde.cbor(value), spread, cleanup);
    }

    private <V> Topic<V> json(String name, Class<V> value, Spread spread, Map<String, String> cleanup) {
        return topic(name, RecordSerde.json(value), spread, cleanup);
    }

    private <V> Topic<V> topic(String name, Serde<V> value, Spread spread, Map<String, String> cleanup) {
        return new Topic<>(prefix + name, value, spread, withRecordSize(cleanup));
    }

    private static Map<String, String> withRecordSize(Map<String, String> cleanup) {
        var config = new HashMap<>(cleanup);
        config.put("max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
        return config;
    }

    private static <V> Topic<V> of(Map<Lane, Topic<V>> byLane, Lane lane) {
        var topic = byLane.get(lane);
        if (topic == null) {
            throw new IllegalStateException("no topic for lane " + lane);
        }
        return topic;
    }
}
