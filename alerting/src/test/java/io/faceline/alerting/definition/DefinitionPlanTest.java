package io.faceline.alerting.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DefinitionPlanTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Set<String> PEOPLE = Set.of("ada");
    private static final String STAFF = "lists: [{name: Staff, people: [ada]}]\n";
    private static final String DOOR =
            "rules: [{name: Door, who: {kind: listed, list: staff}, zone: UTC, where: {groups: []}}]\n";
    private static final String PAGER =
            "receivers: [{name: Pager, rules: [door], target: {kind: webhook, url: 'https://pager.example/'}}]\n";

    private final DefinitionsFile file = new DefinitionsFile(new ReceiverFields(SecretSealer.NONE, template -> {}));

    private DefinitionPlan plan(Definitions known, String yaml, boolean replace) {
        return plan(known, yaml, replace, NOW);
    }

    private DefinitionPlan plan(Definitions known, String yaml, boolean replace, Instant now) {
        return DefinitionPlan.of(
                known, file.read(yaml, known, now), replace, person -> PEOPLE.contains(person.value()));
    }

    private Definitions known() {
        return plan(Definitions.NONE, STAFF + DOOR + PAGER, false).after();
    }

    @Test
    void whatIsNamed_isWrittenFirst() {
        assertThat(plan(Definitions.NONE, PAGER + DOOR + STAFF, false).steps())
                .extracting(DefinitionStep::id)
                .containsExactly("staff", "door", "pager");
    }

    @Test
    void whatDoesNotChange_isNotWritten() {
        assertThat(plan(known(), STAFF + DOOR + PAGER, true, NOW.plusSeconds(5)).steps())
                .isEmpty();
    }

    @Test
    void changedRule_isTheNextRevision() {
        var changed = DOOR.replace("zone: UTC", "zone: Europe/Berlin");

        var steps = plan(known(), changed, false, NOW.plusSeconds(5)).steps();

        assertThat(steps).extracting(DefinitionStep::action).containsExactly(DefinitionStep.Action.CHANGED);
        assertThat(steps.get(0).value()).hasFieldOrPropertyWithValue("revision", 2L);
    }

    @Test
    void enabledAgain_nothingOlderIsSent() {
        var off = plan(known(), PAGER.replace("rules:", "enabled: false, rules:"), false, NOW.plusSeconds(5))
                .after();

        var on = plan(off, PAGER, false, NOW.plusSeconds(9)).after();

        assertThat(off.receivers().get(0).since()).isEqualTo(NOW);
        assertThat(on.receivers().get(0).since()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void onlySectionsThatAreGiven_areReplaced() {
        var steps = plan(known(), "receivers: []\n", true).steps();

        assertThat(steps).extracting(DefinitionStep::id).containsExactly("pager");
        assertThat(steps).extracting(DefinitionStep::action).containsExactly(DefinitionStep.Action.DELETED);
    }

    @Test
    void deleted_isWhatNamesFirst() {
        assertThat(plan(known(), "rules: []\nlists: []\nreceivers: []", true).steps())
                .extracting(DefinitionStep::id)
                .containsExactly("pager", "door", "staff");
    }

    @Test
    void whatIsNamed_isNotDeleted() {
        assertThatThrownBy(() -> plan(known(), "lists: []", true))
                .hasMessage(
                        "list \"staff\": it cannot be deleted, as it is named by the rule \"door\"; change or delete"
                                + " that first");
    }

    @Test
    void whatThereIsNot_isNamed() {
        assertThatThrownBy(() -> plan(Definitions.NONE, DOOR, false))
                .hasMessage("rule \"door\" who.list: there is no list \"staff\"; create it first");
        assertThatThrownBy(() -> plan(Definitions.NONE, "lists: [{name: A, people: [eve]}]", false))
                .hasMessageStartingWith("list \"a\" people: there is no person \"eve\" in the shared gallery");
        assertThatThrownBy(() -> plan(Definitions.NONE, PAGER, false))
                .hasMessageContaining("there is no rule \"door\"");
    }

    @Test
    void personOfARule_mustBeThereIfItIsEnabled() {
        var rule = "rules: [{name: Eve, enabled: %s, zone: UTC, who: {kind: person, person: eve}}]";

        assertThatThrownBy(() -> plan(Definitions.NONE, rule.formatted("true"), false))
                .hasMessageStartingWith("rule \"eve\" who.person: there is no person \"eve\"");
        assertThat(plan(Definitions.NONE, rule.formatted("false"), false).steps())
                .hasSize(1);
    }

    @Test
    void moreThanThereMayBe_areRefused() {
        var many = IntStream.range(0, 201)
                .mapToObj(i -> "{name: L" + i + "}")
                .collect(Collectors.joining(", ", "lists: [", "]"));

        assertThatThrownBy(() -> plan(Definitions.NONE, many, false))
                .hasMessage("lists: there may be at most 200, and there would be 201");
    }
}
