package io.faceline.systemtests.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.contracts.golden.GoldenRecord;
import io.faceline.contracts.golden.SampleRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What this version writes is read by instances that are not upgraded yet, but for new words, which
 * docs/reference/upgrade.md lists. {@code -Dfaceline.contracts.before=COMMIT} chooses another commit.
 */
@Tag("slow")
class OlderContractsTest {
    private static final Path ROOT = Path.of(System.getProperty("faceline.root"));
    private static final String COMMIT = System.getProperty("faceline.contracts.before", "fe8ba51");

    /** Records with a word that fe8ba51 does not know, and the word. */
    private static final Map<String, String> NEW_WORDS = Map.ofEntries(
            Map.entry("matches/dropped-stale.json", "STALE"),
            Map.entry("matches/dropped-still.json", "STILL"),
            Map.entry("matches/dropped-too-many-frames.json", "TOO_MANY_FRAMES"),
            Map.entry("matches/dropped-unknown.json", "UNKNOWN"),
            Map.entry("matches/failed-not-allowed-here.json", "NOT_ALLOWED_HERE"),
            Map.entry("matches/failed-internal.json", "INTERNAL"),
            Map.entry("matches/probe-unknown-same-name.json", "SAME_NAME"),
            Map.entry("matches/failed-session-ended.json", "SESSION_ENDED"),
            Map.entry("matches/failed-too-costly.json", "TOO_COSTLY"),
            Map.entry("matches/failed-unknown-role.json", "UNKNOWN_ROLE"),
            Map.entry("matches/failed-unknown.json", "UNKNOWN"),
            Map.entry("matches/enrollment-rejected-unknown.json", "UNKNOWN"),
            Map.entry("matches/probe-unknown-unknown.json", "UNKNOWN"),
            Map.entry("matches/probe-unknown-scope.json", "unknown"),
            Map.entry("matches/enrollment-insisted-accepted.json", "UNRECOGNISABLE"),
            Map.entry("matches/enrollment-rejected-poor-face.json", "POOR_FACE"),
            Map.entry("matches/enrollment-rejected-unrecognisable.json", "UNRECOGNISABLE"),
            Map.entry("matches/probe-unknown-many-similar.json", "MANY_SIMILAR"),
            Map.entry("matches/probe-unknown-unrecognisable.json", "UNRECOGNISABLE"),
            Map.entry("matches/probe-weakness-covered-eyes.json", "UNRECOGNISABLE"),
            Map.entry("matches/probe-weakness-covered.json", "UNRECOGNISABLE"),
            Map.entry("matches/probe-weakness-turned.json", "UNRECOGNISABLE"),
            Map.entry("matches/probe-weakness-unclear.json", "UNRECOGNISABLE"),
            Map.entry("matches/probe-weakness-unknown.json", "UNRECOGNISABLE"),
            Map.entry("matches/unknown-role.json", "unknown"),
            Map.entry("changes/put-person.cbor", "put-person"),
            Map.entry("changes/put-person-without-photos.cbor", "put-person"),
            Map.entry("frames.live/unknown-role.cbor", "unknown"),
            Map.entry("detections.live/unknown-role.cbor", "unknown"),
            Map.entry("embeddings/unknown-role.cbor", "unknown"));

    private static OlderContracts older;

    @BeforeAll
    static void compile() throws Exception {
        assumeTrue(OlderContracts.isKnown(ROOT, COMMIT), "the clone does not contain the commit " + COMMIT);
        older = OlderContracts.of(ROOT, COMMIT);
    }

    @AfterAll
    static void close() throws Exception {
        if (older != null) {
            older.close();
        }
    }

    @Test
    void recordsOfThisVersion_areReadByAnOlderOne_withoutNewWords() throws Exception {
        var refused = new TreeSet<String>();
        var read = new ArrayList<String>();
        for (GoldenRecord<?> sample : SampleRecords.all()) {
            if (sample.value() != null && older.hasTopic(sample.folder())) {
                var isRead = older.reads(sample.folder(), sample.serialize());
                (isRead ? read : refused).add(sample.file());
            }
        }

        assertThat(read).hasSizeGreaterThan(80);
        assertThat(refused).isEqualTo(new TreeSet<>(NEW_WORDS.keySet()));
    }

    @Test
    void newWords_areInTheGuideToUpgrades() throws Exception {
        var guide = Files.readString(ROOT.resolve("docs/reference/upgrade.md"));

        assertThat(NEW_WORDS.values()).allSatisfy(word -> assertThat(guide).contains("`" + word + "`"));
    }
}
