package io.faceline.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.TestPeople;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.serde.Mappers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules hold for whoever parses a line: HTTP and the command line. */
class PersonLineTest {
    @Test
    void exportedPerson_isRead() throws Exception {
        assertThat(PersonLine.parse(line().toString()).name()).isEqualTo("Eve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001b[2J", "a\u202eb", " ", ""})
    void nameThatNobodyMayHave_isRefused(String name) throws Exception {
        var line = line().put("name", name).toString();

        assertThatThrownBy(() -> PersonLine.parse(line)).isInstanceOf(InvalidLineException.class);
    }

    @Test
    void cropThatIsNoJpeg_isRefused() throws Exception {
        var line = line();
        ((ObjectNode) line.path("photos").path(0)).put("cropJpeg", "PHNjcmlwdD4=");

        assertThatThrownBy(() -> PersonLine.parse(line.toString())).isInstanceOf(InvalidLineException.class);
    }

    @Test
    void idThatIsNoPartOfAUrl_isRefused() throws Exception {
        var line = PersonLine.parse(line().toString());

        assertThatThrownBy(() -> line.change(SessionId.SHARED, new PersonId("a/b")))
                .isInstanceOf(InvalidLineException.class);
    }

    private static ObjectNode line() throws Exception {
        var photo = TestPeople.photo("a");
        var reference = new Reference(
                photo.reference(),
                new PersonId("a"),
                Embedding.ofUnit(new float[] {0.6f, 0.8f}),
                "a-model",
                photo.quality(),
                photo.enrolledAt());
        var line = new PersonLine(new PersonId("a"), "Eve", List.of(photo), List.of(reference));
        return (ObjectNode) Mappers.JSON.readTree(Mappers.JSON.writeValueAsString(line));
    }
}
