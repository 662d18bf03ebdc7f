package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.api.TestServer;
import io.faceline.contracts.serde.Mappers;
import io.faceline.tracking.TestVideo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of several looks at a face, by the rules it is told, against what the server says of them in a video. */
class PageVotingTest {
    private static final String PAGES_VOTING = "/io/faceline/ui/lib/identity-voting.js";

    @TempDir
    Path folder;

    @Test
    void theSameLooksNameTheSame_liveAndInAVideo() throws Exception {
        var cases = Mappers.JSON.readTree(TestVideo.class.getResource("voting-cases.json"));

        var votes = votes(cases);

        assertThat(votes).hasSize(cases.size());
        for (var i = 0; i < cases.size(); i++) {
            var expected = cases.get(i);
            assertThat(votes.get(i).path("decision"))
                    .as(expected.path("name").asText())
                    .isEqualTo(expected.path("decision"));
            assertThat(votes.get(i).path("person"))
                    .as(expected.path("name").asText())
                    .isEqualTo(expected.path("person"));
        }
    }

    private JsonNode votes(JsonNode cases) throws Exception {
        var given = Mappers.JSON.createObjectNode();
        given.set("rules", rules());
        given.set("cases", cases);
        var node = new ProcessBuilder(
                        "node",
                        copied("vote.mjs", "vote.mjs").toString(),
                        copied(PAGES_VOTING, "voting.mjs").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var stdin = node.getOutputStream()) {
            stdin.write(Mappers.JSON.writeValueAsBytes(given));
        }
        var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return Mappers.JSON.readTree(said);
    }

    private static JsonNode rules() throws Exception {
        try (var server = new TestServer(List.of(new RulesRoutes()))) {
            return server.ask("GET", RulesRoutes.PATH, "").json();
        }
    }

    /** Under a name by which every Node knows a module. */
    private Path copied(String resource, String name) throws IOException {
        try (var in = Objects.requireNonNull(PageVotingTest.class.getResourceAsStream(resource), resource)) {
            var file = folder.resolve(name);
            Files.copy(in, file);
            return file;
        }
    }
}
