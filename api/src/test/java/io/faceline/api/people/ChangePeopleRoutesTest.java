package io.faceline.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.runtime.http.HttpAnswer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePeopleRoutesTest {
    private static final String PEOPLE = "/api/v1/people";

    private final PeopleServer server = new PeopleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void rename_isAnsweredWithTheNewName() {
        server.addOfAda("a", "Zoë");

        var answer = server.ada("PATCH", PEOPLE + "/a", "{\"name\":\" Zoe \"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("name").asText()).isEqualTo("Zoe");
        assertThat(answer.header("Faceline-Gallery-Version")).isEqualTo("42");
        assertThat(names(server.ada(PEOPLE))).containsExactly("Zoe");
    }

    @Test
    void markup_staysText_andIsServedAsJsonAlone() {
        server.addOfAda("a", "Zoë");

        var answer = server.ada("PATCH", PEOPLE + "/a", "{\"name\":\"<script>alert(1)</script>\"}");

        assertThat(answer.json().path("name").asText()).isEqualTo("<script>alert(1)</script>");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void names_areUpTo200CodePoints() {
        server.addOfAda("a", "Zoë");

        assertThat(rename("👩".repeat(200)).status()).isEqualTo(200);
        assertThat(rename("شخص 👩‍👧").json().path("name").asText()).isEqualTo("شخص 👩‍👧");
        assertThat(rename("x".repeat(201)).problem()).isEqualTo("422 BAD_NAME");
        assertThat(rename("x".repeat(10_000)).problem()).isEqualTo("422 BAD_NAME");
        assertThat(rename("  ").problem()).isEqualTo("422 BAD_NAME");
        assertThat(rename("a\\u0007b").problem()).isEqualTo("422 BAD_NAME");
        assertThat(rename("a\\u202eb").problem()).isEqualTo("422 BAD_NAME");
        assertThat(rename("a\\ud800b").problem()).isEqualTo("422 BAD_NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"name\":7}", "{\"name\":null}", "{\"title\":\"Dr\"}", "<a/>"})
    void bodyThatIsNoName_isRefused(String body) {
        server.addOfAda("a", "Zoë");

        assertThat(server.ada("PATCH", PEOPLE + "/a", body).problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(server.matcher.asked()).isEmpty();
    }

    @Test
    void hugeBody_isRefused() {
        server.addOfAda("a", "Zoë");

        assertThat(rename("x".repeat(100_000)).problem()).isEqualTo("413 TOO_MANY_BYTES");
    }

    @Test
    void delete_takesThePersonAway() {
        server.addOfAda("a", "Zoë");

        assertThat(server.ada("DELETE", PEOPLE + "/a", "").status()).isEqualTo(204);

        assertThat(server.ada(PEOPLE + "/a").problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(server.ada("DELETE", PEOPLE + "/a", "").problem()).isEqualTo("404 NO_SUCH_PERSON");
    }

    @Test
    void deletedPhoto_isGone_andThePersonStays() {
        server.addOfAda("a", "Zoë");

        assertThat(server.ada("DELETE", PEOPLE + "/a/photos/job-a/0:0", "").status())
                .isEqualTo(204);

        assertThat(server.ada(PEOPLE + "/a").json().path("photos")).isEmpty();
        assertThat(server.ada(PEOPLE + "/a/photos/job-a/0:0").problem()).isEqualTo("404 NO_SUCH_PHOTO");
        assertThat(server.ada("DELETE", PEOPLE + "/a/photos/job-a/0:0", "").problem())
                .isEqualTo("404 NO_SUCH_PHOTO");
    }

    @Test
    void merge_isUndone() {
        server.addOfAda("a", "Zoe");
        server.addOfAda("b", "Zoë");

        var merged = server.ada("POST", PEOPLE + "/a/merge", "{\"into\":\"b\"}");

        assertThat(merged.json().path("id").asText()).isEqualTo("b");
        assertThat(merged.json().path("photos")).hasSize(2);
        assertThat(names(server.ada(PEOPLE))).containsExactly("Zoë");
        var back = server.ada("POST", PEOPLE + "/a/unmerge", "");
        assertThat(back.json().path("name").asText()).isEqualTo("Zoe");
        assertThat(names(server.ada(PEOPLE))).containsExactly("Zoe", "Zoë");
    }

    @Test
    void merge_staysInItsScope() {
        server.addOfAda("a", "Zoe");
        server.addShared("b", "Zoë");
        server.people.add("c", "Zoé", server.bob.session());

        assertThat(merge("a", "b").problem()).isEqualTo("403 ADMIN_ONLY");
        assertThat(merge("a", "c").problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(merge("a", "nobody").problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(server.matcher.asked()).isEmpty();
    }

    private HttpAnswer rename(String name) {
        return server.ada("PATCH", PEOPLE + "/a", "{\"name\":\"" + name + "\"}");
    }

    private HttpAnswer merge(String from, String into) {
        return server.ada("POST", PEOPLE + "/" + from + "/merge", "{\"into\":\"" + into + "\"}");
    }

    private static List<String> names(HttpAnswer answer) {
        return answer.json().path("items").findValuesAsText("name");
    }
}
