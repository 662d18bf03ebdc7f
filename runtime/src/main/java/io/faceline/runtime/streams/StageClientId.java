package io.faceline.runtime.streams;

import io.faceline.contracts.identity.Fingerprint;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Kafka client id of an instance of a stage, by which the other instances see its settings. The members of its consumer
 * group have it as a prefix.
 *
 * @param stage such as {@code matcher}
 */
record StageClientId(String stage, String instance, Fingerprint fingerprint) {
    /** What Kafka Streams makes of it for the consumer of a thread. */
    private static final Pattern OF_A_MEMBER =
            Pattern.compile("(.+)-([0-9a-f]{" + Fingerprint.DIGITS + "})-StreamThread-\\d+-consumer");

    String text() {
        return stage + "-" + instance + "-" + fingerprint;
    }

    /** Reads the client id of a member of the stage's group; empty for one without a fingerprint. */
    static Optional<StageClientId> ofMember(String stage, String clientId) {
        var matcher = OF_A_MEMBER.matcher(clientId);
        if (!matcher.matches() || !matcher.group(1).startsWith(stage + "-")) {
            return Optional.empty();
        }
        var instance = matcher.group(1).substring(stage.length() + 1);
        return Optional.of(new StageClientId(stage, instance, new Fingerprint(matcher.group(2))));
    }
}
