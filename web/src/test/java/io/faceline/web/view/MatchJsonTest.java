package io.faceline.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What clients read, byte for byte: names of fields, their order, and what is null. */
class MatchJsonTest {
    @Test
    void everyKindOfMatch_isWrittenAsEver() throws IOException {
        var written = new ArrayList<String>();
        for (var match : SampleMatches.all()) {
            written.add(json(match));
        }

        assertThat(written).containsExactlyElementsOf(golden());
    }

    private static String json(Match match) throws JsonProcessingException {
        return Mappers.JSON.writeValueAsString(MatchView.of(match, new PersonNames(SampleMatches::person)));
    }

    private static Iterable<String> golden() throws IOException {
        try (var file = MatchJsonTest.class.getResourceAsStream("matches.jsonl")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
