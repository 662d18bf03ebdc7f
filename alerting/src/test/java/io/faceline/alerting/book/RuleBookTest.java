package io.faceline.alerting.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerting.TestRules;
import io.faceline.alerting.TestTracks;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final Instant T = Instant.parse("2026-06-01T10:00:00Z");
    private static final SessionId DOOR = new SessionId("camera:door");

    private final TestRules rules = new TestRules()
            .list("vip", "ada", "grace")
            .list("staff", "bob")
            .group("site", "door", "yard")
            .group("gate", "gate-1");

    private List<String> concernedBy(TrackUpdate track) {
        return rules.book().concernedBy(track).stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static TestTracks at(String source) {
        return TestTracks.at(source, T);
    }

    @Test
    void personRule_isConcernedByTracksThatNameOrNamedThePerson() {
        rules.put(TestRules.person("ada", "ada")).put(TestRules.person("eve", "eve"));

        assertThat(concernedBy(at("door").named("ada").look(0))).containsExactly("ada");
        assertThat(concernedBy(at("door").named("eve").look(0, "ada"))).containsExactly("ada", "eve");
        assertThat(concernedBy(at("door").unknown().look(0, "ada"))).containsExactly("ada");
        assertThat(concernedBy(at("door").maybe("ada").look(0))).isEmpty();
        assertThat(concernedBy(at("door").unknown().look(0))).isEmpty();
    }

    @Test
    void personRule_isConcernedByATrackThatWasCorrectedByHand() {
        rules.put(TestRules.person("ada", "ada"));
        var track = at("door").named("ada").look(0);
        var correction = new Correction(track.session(), "door", track.id(), List.of(new PersonId("ada")), null, T);

        var corrected = track.identifiedAs(track.identity().correctedBy(correction));

        assertThat(corrected.identity().person()).isNull();
        assertThat(concernedBy(corrected)).containsExactly("ada");
    }

    @Test
    void listRule_isConcernedByPeopleOfTheList() {
        rules.put(TestRules.listed("vip", "vip"));

        assertThat(concernedBy(at("door").named("grace").look(0))).containsExactly("vip");
        assertThat(concernedBy(at("door").named("eve").look(0, "grace"))).containsExactly("vip");
        assertThat(concernedBy(at("door").named("eve").look(0))).isEmpty();
    }

    @Test
    void ruleThatTakesUncertainNames_isConcernedByAllTracksOfItsSources() {
        rules.put(TestRules.person("ada", "ada").at("door").uncertain());

        assertThat(concernedBy(at("door").maybe("ada").look(0))).containsExactly("ada");
        assertThat(concernedBy(at("door").maybe("eve").look(0))).containsExactly("ada");
        assertThat(concernedBy(at("yard").maybe("ada").look(0))).isEmpty();
    }

    @Test
    void rulesAboutUnknownPeople_areConcernedByAllTracksOfTheirSources() {
        rules.put(TestRules.stranger("s").at("door"))
                .put(TestRules.notListed("n", "staff").in("site"))
                .put(TestRules.stranger("everywhere"))
                .put(TestRules.stranger("gate").in("gate"));

        assertThat(concernedBy(at("door").named("bob").look(0))).containsExactly("everywhere", "n", "s");
        assertThat(concernedBy(at("yard").look(0))).containsExactly("everywhere", "n");
        assertThat(concernedBy(at("gate-1").look(0))).containsExactly("everywhere", "gate");
    }

    @Test
    void visitorsSession_concernsOnlyRulesThatNameJobs() {
        rules.put(TestRules.person("everywhere", "ada"))
                .put(TestRules.person("job", "ada").jobs("job-1"))
                .put(TestRules.person("all", "ada").jobs("*"))
                .put(TestRules.person("named-like-it", "ada").at("job-1"));

        assertThat(concernedBy(TestTracks.film("job-1", 1).named("ada").look(0)))
                .containsExactly("all", "job");
        assertThat(concernedBy(TestTracks.film("job-2", 1).named("ada").look(0)))
                .containsExactly("all");
        assertThat(concernedBy(at("job-1").named("ada").look(0))).containsExactly("everywhere", "named-like-it");
    }

    @Test
    void quietRule_isAlsoConcernedByTheListsThatKeepItQuiet() {
        rules.put(TestRules.person("guest", "eve").at("door").accompaniedBy("staff"))
                .put(TestRules.person("late", "eve").at("door").unlessSeen("staff", 10, "gate"))
                .put(TestRules.person("anywhere", "eve").at("door").unlessSeen("staff", 10));

        assertThat(concernedBy(at("door").named("bob").look(0))).containsExactly("anywhere", "guest");
        assertThat(concernedBy(at("gate-1").named("bob").look(0))).containsExactly("anywhere", "late");
        assertThat(concernedBy(at("yard").named("bob").look(0))).containsExactly("anywhere");
    }

    @Test
    void otherKinds_areConcernedByWhomTheyAreAbout() {
        rules.put(TestRules.of("together", new RuleSubject.Together(new ListId("staff"), 1, 5))
                        .at("door"))
                .put(TestRules.of("down", new RuleSubject.CameraDown(60)))
                .put(TestRules.of("absent", absent(new PersonId("ada"), null)))
                .put(TestRules.of("absent-list", absent(null, new ListId("vip"))))
                .put(TestRules.of("nobody", absent(null, null)));

        assertThat(concernedBy(at("door").look(0))).containsExactly("nobody", "together");
        assertThat(concernedBy(at("yard").named("ada").look(0))).containsExactly("absent", "absent-list", "nobody");
        assertThat(rules.book().concernedBy(new CameraId("door")))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("absent", "absent-list", "down", "nobody");
    }

    private static RuleSubject.Absent absent(@Nullable PersonId person, @Nullable ListId list) {
        return new RuleSubject.Absent(person, list, List.of(), LocalTime.of(6, 0), LocalTime.of(9, 0));
    }

    @Test
    void disabledAndUnusableRules_areConcernedByNothing() {
        rules.put(TestRules.stranger("off").disabled())
                .put(TestRules.stranger("zone").zone("America/Nowhere"))
                .put(TestRules.of("new", new RuleSubject.Unknown()))
                .put(TestRules.stranger("breadth").per(AlertBreadth.UNKNOWN));

        assertThat(concernedBy(at("door").look(0))).isEmpty();
        assertThat(rules.book().unusable())
                .extracting(rule -> rule.id().value())
                .containsExactly("breadth", "new", "zone");
    }

    @Test
    void ruleAboutAListThatDoesNotExist_isUnusable() {
        rules.put(TestRules.notListed("n", "gone")).put(TestRules.listed("l", "gone"));

        assertThat(concernedBy(at("door").look(0))).isEmpty();
        assertThat(rules.book().unusable())
                .extracting(rule -> rule.id().value())
                .containsExactly("l", "n");
    }

    @Test
    void scopes_areTheSourceItsGroupsOrEverywhere() {
        var book = rules.group("all", "door", "gate-1").book();

        assertThat(book.scopes(TestRules.stranger("s").build().where(), "door", DOOR))
                .containsExactly(AlertScope.ofSource("door"));
        assertThat(book.scopes(TestRules.stranger("s").at("yard").build().where(), "door", DOOR))
                .isEmpty();
        assertThat(book.scopes(
                        TestRules.stranger("s")
                                .per(AlertBreadth.EVERYWHERE)
                                .build()
                                .where(),
                        "door",
                        DOOR))
                .containsExactly(AlertScope.EVERYWHERE);
        assertThat(book.scopes(
                        TestRules.stranger("s").per(AlertBreadth.GROUP).build().where(), "door", DOOR))
                .containsExactly(AlertScope.of(new GroupId("all")), AlertScope.of(new GroupId("site")));
        assertThat(book.scopes(
                        TestRules.stranger("s")
                                .in("site")
                                .per(AlertBreadth.GROUP)
                                .build()
                                .where(),
                        "door",
                        DOOR))
                .containsExactly(AlertScope.of(new GroupId("site")));
    }

    @Test
    void scope_ofASourceInNoGroup_andOfAFilm_isItsOwn() {
        var book = rules.book();
        var perGroup = TestRules.stranger("s").per(AlertBreadth.GROUP).build().where();
        var films = TestRules.stranger("s")
                .jobs("*")
                .per(AlertBreadth.EVERYWHERE)
                .build()
                .where();

        assertThat(book.scopes(perGroup, "cellar", new SessionId("camera:cellar")))
                .containsExactly(AlertScope.ofSource("cellar"));
        assertThat(book.scopes(films, "job-1", new SessionId("visitor-1")))
                .containsExactly(AlertScope.ofSource("job-1"));
    }
}
