package io.faceline.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestPeople;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.web.access.SharedGallery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleRoutesTest {
    private static final String PEOPLE = "/api/v1/people";

    private final PeopleServer server = new PeopleServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void list_showsOwnAndSharedPeople_inTheOrderOfNames() {
        server.addOfAda("a", "Zoë");
        server.addShared("b", "Eve");
        server.people.add("c", "Carl", server.bob.session());

        assertThat(names(server.ada(PEOPLE))).containsExactly("Eve", "Zoë");
        assertThat(names(server.ada(PEOPLE + "?scope=session"))).containsExactly("Zoë");
        assertThat(names(server.ada(PEOPLE + "?scope=shared"))).containsExactly("Eve");
        assertThat(names(server.nobody("GET", PEOPLE, ""))).containsExactly("Eve");
        assertThat(names(server.admin("GET", PEOPLE, ""))).containsExactly("Carl", "Eve", "Zoë");
        assertThat(server.nobody("GET", PEOPLE + "?scope=session", "").problem())
                .isEqualTo("401 NO_SESSION");
    }

    @Test
    void privateGallery_isShownToTheAdminAlone() {
        try (var closed = new PeopleServer(SharedGallery.PRIVATE)) {
            closed.addOfAda("a", "Zoë");
            closed.addShared("b", "Eve");
            var photo = closed.admin("GET", PEOPLE + "/b", "")
                    .json()
                    .at("/photos/0/url")
                    .asText();

            assertThat(names(closed.ada(PEOPLE))).containsExactly("Zoë");
            assertThat(names(closed.nobody("GET", PEOPLE, ""))).isEmpty();
            for (var path : List.of(PEOPLE + "?scope=shared", PEOPLE + "/b", photo)) {
                for (var answer : List.of(closed.ada(path), closed.nobody("GET", path, ""))) {
                    assertThat(answer.problem()).as(path).isEqualTo("403 GALLERY_PRIVATE");
                    assertThat(answer.text()).doesNotContain("Eve").contains("FACELINE_SHARED_GALLERY");
                }
            }
            assertThat(closed.ada("PATCH", PEOPLE + "/b", "{\"name\":\"Eva\"}").problem())
                    .isEqualTo("403 ADMIN_ONLY");
            assertThat(names(closed.admin("GET", PEOPLE + "?scope=shared", ""))).containsExactly("Eve");
            assertThat(closed.admin("GET", photo, "").status()).isEqualTo(200);
            assertThat(closed.ada(PEOPLE + "/a").status()).isEqualTo(200);
        }
    }

    @Test
    void list_leavesOutTheDeletedAndTheMerged() {
        server.people.put(Person.deleted(new PersonId("a"), server.ada.session(), TestPeople.THEN));
        server.people.put(PersonBuilder.person("b", "Zoe")
                .session(server.ada.session())
                .mergedInto(new PersonId("c"))
                .build());
        server.addOfAda("c", "Zoë");

        assertThat(names(server.ada(PEOPLE))).containsExactly("Zoë");
        assertThat(server.ada(PEOPLE + "/a").problem()).isEqualTo("404 NO_SUCH_PERSON");
        assertThat(server.ada(PEOPLE + "/b").json().path("mergedInto").asText()).isEqualTo("c");
    }

    @Test
    void pages_holdEverybodyOnce_whoeverGoesMeanwhile() {
        for (var i = 0; i < 7; i++) {
            // Three people have the same name, so the id decides.
            server.addOfAda("id-" + i, i < 3 ? "Zoë" : "Person " + i);
        }
        var seen = new ArrayList<String>();

        var page = server.ada(PEOPLE + "?limit=2");
        while (true) {
            page.json().path("items").forEach(item -> seen.add(item.path("id").asText()));
            if (page.json().path("next").isNull()) {
                break;
            }
            server.people.put(
                    Person.deleted(new PersonId(seen.get(seen.size() - 1)), server.ada.session(), TestPeople.THEN));
            page = server.ada(
                    PEOPLE + "?limit=2&cursor=" + page.json().path("next").asText());
        }

        assertThat(seen).containsExactly("id-3", "id-4", "id-5", "id-6", "id-0", "id-1", "id-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=201", "limit=x", "limit=", "cursor=!", "cursor=", "cursor=Zm9v", "scope=all"})
    void badParameters_areNamed(String query) {
        var answer = server.ada(PEOPLE + "?" + query);

        assertThat(answer.problem()).isEqualTo("400 BAD_REQUEST");
        assertThat(answer.json().path("detail").asText()).startsWith(query.substring(0, query.indexOf('=')));
    }

    @Test
    void person_isShownToTheOwner_byTokenAndCookie() {
        server.addOfAda("a", "Zoë");

        var answer = server.ada(PEOPLE + "/a");

        assertThat(answer.json().path("name").asText()).isEqualTo("Zoë");
        assertThat(answer.json().path("scope").asText()).isEqualTo("session");
        assertThat(answer.json().path("changedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(answer.json().has("mergedInto")).isFalse();
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(server.adaByCookie(PEOPLE + "/a").text()).isEqualTo(answer.text());
    }

    @Test
    void photo_isAnImage_atTheUrlThatThePersonTells() {
        server.addOfAda("a", "Zoë");
        var photo = server.ada(PEOPLE + "/a").json().path("photos").path(0);

        var answer = server.ada(photo.path("url").asText());

        assertThat(photo.path("id").asText()).isEqualTo("job-a/0:0");
        assertThat(photo.path("quality").asDouble()).isEqualTo(0.75);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(TestPeople.JPEG.length));
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(server.ada(PEOPLE + "/a/photos/other").problem()).isEqualTo("404 NO_SUCH_PHOTO");
    }

    @Test
    void peopleOfAnotherSession_areAsIfTheyNeverWere() {
        server.addOfAda("a", "Zoë");
        server.people.add("b", "Bobby", server.bob.session());
        for (var route : List.of(
                "GET ",
                "PATCH ",
                "DELETE ",
                "GET /photos/job-a/0:0",
                "DELETE /photos/job-a/0:0",
                "POST /merge",
                "POST /unmerge")) {
            var parts = route.split(" ", 2);
            var body = parts[0].equals("PATCH") ? "{\"name\":\"Eve\"}" : "{\"into\":\"b\"}";

            var others = server.bob(parts[0], PEOPLE + "/a" + parts[1], body);
            var nobodys = server.bob(parts[0], PEOPLE + "/never-was" + parts[1], body);

            assertThat(others.problem()).as(route).isEqualTo("404 NO_SUCH_PERSON");
            assertThat(others.text()).as(route).isEqualTo(nobodys.text());
        }
        assertThat(server.matcher.asked()).isEmpty();
    }

    @Test
    void sharedGallery_isReadByAll_andChangedByTheAdminAlone() {
        server.addShared("a", "Eve");
        server.addShared("b", "Eva");

        assertThat(server.nobody("GET", PEOPLE + "/a", "").status()).isEqualTo(200);
        for (var refused : List.of(
                server.ada("PATCH", PEOPLE + "/a", "{\"name\":\"Eva\"}"),
                server.ada("DELETE", PEOPLE + "/a", ""),
                server.ada("DELETE", PEOPLE + "/a?scope=shared", ""),
                server.ada("POST", PEOPLE + "/a/merge", "{\"into\":\"b\"}"),
                server.ada("POST", PEOPLE + "/a/unmerge", ""),
                server.ada(PEOPLE + "/export?scope=shared"),
                server.ada("POST", PEOPLE + "/import?scope=shared", "{}"),
                server.nobody("DELETE", PEOPLE + "/a", ""))) {
            assertThat(refused.problem()).isEqualTo("403 ADMIN_ONLY");
        }
        assertThat(server.admin("DELETE", PEOPLE + "/a", "").status()).isEqualTo(204);
        assertThat(server.matcher.asked()).hasSize(1);
    }

    @Test
    void admin_seesPeopleOfSessions_andLeavesThemAlone() {
        server.addOfAda("a", "Zoë");

        assertThat(server.admin("GET", PEOPLE + "/a", "").status()).isEqualTo(200);
        assertThat(server.admin("DELETE", PEOPLE + "/a", "").problem()).isEqualTo("403 OTHER_SESSION");
    }

    private static List<String> names(HttpAnswer answer) {
        return answer.json().path("items").findValuesAsText("name");
    }
}
