package io.faceline.api.deadletters;

import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The topics that take letters back: inputs of stages, each record of which stands for itself. Not the tables, of which a
 * letter is an older state, nor changes of people, which may have been deleted since, nor public outputs. Thread-safe.
 */
public final class ResendTopics {
    private final Set<String> names;
    private final String prefix;

    ResendTopics(Topics topics) {
        this.names = inputs(topics).map(Topic::name).collect(Collectors.toUnmodifiableSet());
        var letters = topics.deadLetters().name();
        this.prefix = letters.substring(0, letters.length() - "dead-letters".length());
    }

    /** To which api writes what it sends again. */
    public static Stream<Topic<?>> inputs(Topics topics) {
        return Stream.of(
                        Stream.of(Lane.values()).map(topics::frames),
                        Stream.of(Lane.values()).map(topics::detections),
                        Stream.of(
                                topics.feeds(),
                                topics.embeddings(),
                                topics.sightings(),
                                topics.alerting().observations(),
                                topics.alerting().changes()))
                .flatMap(some -> some);
    }

    boolean takes(LetterNote note) {
        return note.bytes() > 0 && names.contains(note.topic());
    }

    String shortName(String topic) {
        return topic.startsWith(prefix) ? topic.substring(prefix.length()) : topic;
    }
}
