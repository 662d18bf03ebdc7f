package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.topic.Retention;
import io.faceline.runtime.http.TestServer;
import io.faceline.tracking.TestVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of several looks at a face, by the rules it is told, against what the server says of them in a video. */
class PageVotingTest {
    @TempDir
    Path folder;

    @Test
    void theSameLooksNameTheSame_liveAndInAVideo() throws Exception {
        var cases = Mappers.JSON.readTree(TestVideo.class.getResourceAsStream("voting-cases.json"));

        var votes =
                new PageScript(folder, "live/identity-voting").run("vote.mjs", Map.of("rules", told(), "cases", cases));

        assertThat(votes).hasSize(cases.size());
        for (var i = 0; i < cases.size(); i++) {
            var name = cases.get(i).path("name").asText();
            assertThat(votes.get(i).path("decision"))
                    .as(name)
                    .isEqualTo(cases.get(i).path("decision"));
            assertThat(votes.get(i).path("person"))
                    .as(name)
                    .isEqualTo(cases.get(i).path("person"));
        }
    }

    private static Object told() throws Exception {
        try (var server = new TestServer(new RulesRoutes(
                PortraitRules.DEFAULT,
                RetentionView.of(Retention.DEFAULT, Duration.ofHours(24), Duration.ofHours(24))))) {
            return server.client().get(RulesRoutes.PATH).json();
        }
    }
}
