package io.faceline.matcher.decision;

import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.store.MapTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerificationPairsTest {
    private static final Duration WAIT = Duration.ofMinutes(10);

    private final MapTable<VerificationSide> table = new MapTable<>();
    private final VerificationPairs pairs = new VerificationPairs(table, 2);

    @Test
    void first_isKeptAfterItsSecond_forRetries() {
        assertThat(pairs.firstOf(side(ANNA, "a", "b", 0))).isEmpty();

        assertThat(pairs.firstOf(side(ANNA, "b", "a", 1))).isPresent();
        assertThat(pairs.firstOf(side(ANNA, "b", "a", 1))).isPresent();
        assertThat(pairs.firstOf(side(ANNA, "a", "b", 2))).isEmpty();
    }

    @Test
    void first_isOfTheSameSessionAndNamesTheSecond() {
        pairs.firstOf(side(ANNA, "a", "b", 0));

        assertThat(pairs.firstOf(side(BERT, "b", "a", 1))).isEmpty();
        assertThat(pairs.firstOf(side(ANNA, "c", "a", 1))).isEmpty();
    }

    @Test
    void oldest_isRemovedBeyondTheMaximum() {
        pairs.firstOf(side(ANNA, "a", "x", 0));
        pairs.firstOf(side(ANNA, "b", "x", 1));
        pairs.firstOf(side(ANNA, "c", "x", 2));

        assertThat(table.where(side -> true).keySet()).containsExactly("anna|b", "anna|c");
    }

    @Test
    void stores_withoutReadingTheOthers() {
        pairs.firstOf(side(ANNA, "a", "x", 0));
        pairs.firstOf(side(ANNA, "b", "x", 1));
        var scans = table.scans();

        pairs.firstOf(side(ANNA, "c", "x", 2));
        pairs.firstOf(side(ANNA, "b", "x", 3));
        pairs.erase(BERT);

        assertThat(table.scans()).isEqualTo(scans);
        assertThat(table.read("anna|b")).map(VerificationSide::keptAt).contains(TestFrames.NOW.plusSeconds(3));
        assertThat(table.read("anna|a")).isEmpty();
    }

    @Test
    void storedFrames_areKnownAfterARestart() {
        pairs.firstOf(side(ANNA, "a", "x", 0));
        pairs.firstOf(side(ANNA, "b", "x", 1));

        var restarted = new VerificationPairs(table, 2);
        restarted.firstOf(side(ANNA, "c", "x", 2));

        assertThat(table.where(side -> true).keySet()).containsExactly("anna|b", "anna|c");
    }

    @Test
    void pair_expiresOrIsErasedWithItsSession() {
        pairs.firstOf(side(ANNA, "a", "x", 0));
        pairs.firstOf(side(BERT, "b", "x", 0));

        pairs.erase(BERT);
        assertThat(table.where(side -> true).keySet()).containsExactly("anna|a");
        pairs.expire(TestFrames.NOW.plus(WAIT), WAIT);
        assertThat(table.where(side -> true)).hasSize(1);
        pairs.expire(TestFrames.NOW.plus(WAIT).plusSeconds(1), WAIT);
        assertThat(table.where(side -> true)).isEmpty();
    }

    private static VerificationSide side(SessionId session, String frame, String other, int second) {
        return new VerificationSide(
                new FrameId(frame),
                new FrameId(other),
                session,
                TestFrames.MODEL,
                TestEmbeddings.human(1),
                null,
                TestFrames.NOW.plusSeconds(second),
                null);
    }
}
