package io.faceline.systemtests.privacy;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.contracts.track.Sighting;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The pictures and embeddings that the topics of the tracker hold of videos. */
record StoredTracks(TopicRecords topics) {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    /** The pictures of a job's appearances, by their key after the job. */
    Map<String, byte[]> shots(String job) {
        var found = new HashMap<String, byte[]>();
        of(job, topics.read(TOPICS.shots().name())).forEach(read -> {
            ShotPicture shot = value(TOPICS.shots(), read);
            found.put(
                    read.key().substring(Appearance.prefix(job).length()),
                    shot.jpeg().toByteArray());
        });
        return found;
    }

    /** What is kept only while the video is tracked, or for a time: crops, embeddings, and the states of tracks. */
    Map<String, byte[]> passing(String job) {
        var found = new HashMap<String, byte[]>();
        addFaces(found, "sighting", job, topics.read(TOPICS.sightings().name()));
        addFaces(found, "waiting", job, topics.read(changelog("waiting")));
        for (var states : List.of("sources", "ended-tracks")) {
            of(job, topics.read(changelog(states)))
                    .forEach(read -> found.put(states + " " + found.size(), read.value()));
        }
        return found;
    }

    private static String changelog(String store) {
        return Topics.DEFAULT_PREFIX + "tracker-" + store + "-changelog";
    }

    private static void addFaces(
            Map<String, byte[]> found, String label, String job, List<ConsumerRecord<String, byte[]>> sightings) {
        of(job, sightings).forEach(read -> {
            Sighting sighting = value(TOPICS.sightings(), read);
            faces(sighting).forEach(face -> {
                put(found, label + " crop", face.cropJpeg());
                put(found, label + " embedding", face.embedding());
            });
        });
    }

    private static Stream<ConsumerRecord<String, byte[]>> of(String job, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(read -> read.value() != null && read.key().contains(job));
    }

    private static void put(Map<String, byte[]> found, String label, Blob picture) {
        found.put(label + " " + found.size(), picture.toByteArray());
    }

    /** As the records write it: 32-bit floats, little endian. */
    private static void put(Map<String, byte[]> found, String label, Embedding embedding) {
        var bytes = ByteBuffer.allocate(embedding.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding.toArray());
        found.put(label + " " + found.size(), bytes.array());
    }

    private static List<EmbeddedFace> faces(Sighting sighting) {
        return sighting.embeddings()
                .outcome()
                .fold(faces -> faces.faces(), reason -> List.of(), (code, message) -> List.of());
    }

    private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> read) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
    }
}
