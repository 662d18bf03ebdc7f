package io.faceline.systemtests.privacy;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.session.SessionMark;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Searches the records of topics as they lie there: no secret in any; names only where docs/reference/topics.md says so; and
 * what is a session's names nothing of another's.
 */
record TopicSearch(TopicRecords records, LeakDetector leakDetector) {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final Set<String> WITHOUT_NAMES = Stream.of(
                    TOPICS.matches(), TOPICS.changeAnswers(), TOPICS.sessions(), TOPICS.gallery(), TOPICS.deadLetters())
            .map(Topic::name)
            .collect(Collectors.toSet());

    List<String> leaks(Topic<?> topic) {
        return records.read(topic.name()).stream()
                .flatMap(read -> leaks(topic, read))
                .toList();
    }

    private Stream<String> leaks(Topic<?> topic, ConsumerRecord<String, byte[]> read) {
        var text = text(read);
        owner(topic, read).ifPresent(owner -> leakDetector.saw(owner, "topic " + topic.name(), text));
        return LeakDetector.tokens(text).stream()
                .filter(token -> LeakDetector.isSecret(token)
                        || (LeakDetector.isMark(token) && WITHOUT_NAMES.contains(topic.name())))
                .map(token -> topic.name() + " holds " + token);
    }

    /** Whose record it is, if one session's. */
    private static Optional<String> owner(Topic<?> topic, ConsumerRecord<String, byte[]> read) {
        if (topic.spread() == Topic.Spread.SESSION) {
            return Optional.of(
                    SessionMark.sessionOf(read.key()).map(SessionId::value).orElse(read.key()));
        }
        if (read.value() == null || topic.equals(TOPICS.deadLetters())) {
            return Optional.empty();
        }
        var value = topic.valueSerde().deserializer().deserialize(topic.name(), read.value());
        if (value instanceof Person person) {
            return Optional.of(person.session().value());
        }
        return value instanceof Job job ? Optional.of(job.session().value()) : Optional.empty();
    }

    private static String text(ConsumerRecord<String, byte[]> read) {
        var text = new StringBuilder().append(read.key());
        read.headers().forEach(header -> text.append('\n').append(latin(header.value())));
        return text.append('\n').append(latin(read.value())).toString();
    }

    private static String latin(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
