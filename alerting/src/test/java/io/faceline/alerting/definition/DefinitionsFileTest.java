package io.faceline.alerting.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSureness;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsFileTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final String ALL = """
            lists:
              - id: staff
                name: no
                colour: "#D33A2C"
                owner: Zoë, reception
                people: [ada, bob]
            groups:
              - name: Entrances
                role: in
                sources: [front-door, 12]
            rules:
              - name: Back door at night
                who: {kind: not-listed, list: staff}
                where: {groups: [entrances], per: group}
                zone: Europe/Berlin
                hours: [{days: [friday], from: 22:00, to: 06:00}]
                sure: {afterSeconds: 3.5, levels: [30, 300]}
                limits: {first: day}
                quiet: {accompaniedBy: staff}
              - id: gone
                name: Gone
                enabled: false
                who: {kind: absent, person: ada, by: 09:00}
                zone: UTC
            receivers:
              - name: Pager
                target: {kind: webhook, url: "https://pager.example/hook", secret: PAGER}
                rules: [gone]
                template: {text: '{"a": "{{ruleName}}"}'}
              - name: Broker
                target: {kind: mqtt, url: "mqtt://broker:1883", secret: BROKER}
            """;

    private final DefinitionsFile file = new DefinitionsFile(new ReceiverFields(SecretSealer.NONE, template -> {}));

    private Definitions read(String yaml) {
        return file.read(yaml, Definitions.NONE, NOW).definitions();
    }

    private AlertRule rule(String fields) {
        return read("rules:\n  - {name: A, zone: UTC, " + fields + "}\n")
                .rules()
                .get(0);
    }

    @Test
    void everythingThatIsGiven_isRead() {
        var read = read(ALL);

        var rule = read.rules().get(0);
        assertThat(rule.id()).hasToString("back-door-at-night");
        assertThat(rule.hours().get(0).from()).isEqualTo(LocalTime.of(22, 0));
        assertThat(rule.sure().afterSeconds()).isEqualTo(3.5);
        assertThat(rule.sure().goodLooks()).isEqualTo(3);
        assertThat(rule.sure().levels()).containsExactly(30, 300);
        assertThat(read.lists().get(0).name()).isEqualTo("no");
        assertThat(read.lists().get(0).colour()).isEqualTo("#d33a2c");
        assertThat(read.groups().get(0).sources()).containsExactly("front-door", "12");
        assertThat(read.receivers()).hasSize(2);
    }

    @Test
    void whatIsWritten_isReadAsTheSame() {
        var read = read(ALL);

        assertThat(read(DefinitionsFile.write(read)))
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(read);
    }

    @Test
    void whatIsUsual_isNotWritten() {
        var written = DefinitionsFile.write(read(ALL));

        assertThat(written)
                .contains("from: 22:00", "secret: PAGER", "first: DAY")
                .doesNotContain("priority", "holdSeconds", "revision", "changedAt", "since", "hasSign", "lidPerHour");
    }

    @Test
    void ruleOfSomebodyNamed_waitsForOneLook() {
        var rule = rule("who: {kind: person, person: ada}");

        assertThat(rule.sure()).isEqualTo(RuleSureness.NAMED);
        assertThat(rule.limits()).isEqualTo(RuleLimits.DEFAULT);
        assertThat(rule.priority()).isEqualTo(RulePriority.NORMAL);
        assertThat(rule.where().isEverywhere()).isTrue();
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.revision()).isEqualTo(1);
    }

    @Test
    void ruleOfStrangers_waitsForThree() {
        assertThat(rule("who: {kind: stranger}").sure()).isEqualTo(RuleSureness.UNNAMED);
    }

    @Test
    void receivers_haveTheUsualForTheirKind() {
        var pager = receiver("{kind: webhook, url: \"https://pager.example/hook\"}");
        var broker = receiver("{kind: mqtt, url: \"mqtt://broker:1883\"}");

        assertThat(pager.late()).isEqualTo(LatePolicy.SEND);
        assertThat(pager.content()).isEqualTo(ReceiverContent.IDS);
        assertThat(pager.deliverWithinSeconds()).isEqualTo(86_400);
        assertThat(pager.lidPerHour()).isEqualTo(120);
        assertThat(broker.late()).isEqualTo(LatePolicy.DROP);
        assertThat(((ReceiverTarget.Mqtt) broker.target()).prefix()).isEqualTo("faceline");
    }

    private Receiver receiver(String target) {
        return read("receivers:\n  - {name: Pager, target: " + target + "}\n")
                .receivers()
                .get(0);
    }

    @Test
    void secretThatIsNotGiven_stays() {
        var known = sealed();
        var again = new Definitions(known.rules(), known.lists(), known.groups(), known.receivers());

        var read = file.read(
                "receivers: [{name: Pager, target: {kind: webhook, url: 'https://elsewhere.example/'}}]", again, NOW);

        var target =
                (ReceiverTarget.Webhook) read.definitions().receivers().get(0).target();
        assertThat(target.secrets()).containsExactly(StoredSecret.ofEncrypted("sealed for pager"));
    }

    @Test
    void formerKey_signsTooWhileItIsChanged() {
        var target = "receivers: [{name: Pager, target: {kind: webhook, url: 'https://pager.example/', %s}}]";
        var first =
                file.read(target.formatted("secret: A"), Definitions.NONE, NOW).definitions();

        var both = file.read(target.formatted("secret: B, hasFormerKey: true"), first, NOW)
                .definitions();
        var stays = file.read(target.formatted("prefix: ").replace(", prefix: ", ""), both, NOW)
                .definitions();
        var second =
                file.read(target.formatted("hasFormerKey: false"), both, NOW).definitions();

        assertThat(keys(both)).containsExactly("B", "A");
        assertThat(keys(stays)).containsExactly("B", "A");
        assertThat(keys(second)).containsExactly("B");
    }

    private static List<String> keys(Definitions definitions) {
        var target = (ReceiverTarget.Webhook) definitions.receivers().get(0).target();
        return target.secrets().stream().map(StoredSecret::secret).toList();
    }

    @Test
    void typedSecret_isSealedAndNeverWritten() {
        var written = DefinitionsFile.write(sealed());

        assertThat(written).doesNotContain("sealed", "whsec_").contains("https://pager.example/hook");
    }

    private static Definitions sealed() {
        var sealing = new DefinitionsFile(new ReceiverFields((receiver, text) -> "sealed for " + receiver, t -> {}));
        return sealing.read(
                        "receivers: [{name: Pager, target: {kind: webhook, url: 'https://pager.example/hook',"
                                + " signingKey: whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA}}]",
                        Definitions.NONE,
                        NOW)
                .definitions();
    }

    @Test
    void typedSecretWithoutAKey_isRefusedWithoutIt() {
        assertThatThrownBy(
                        () -> read("receivers: [{name: B, target: {kind: mqtt, url: 'mqtt://b', signIn: 'u:hush'}}]"))
                .hasMessageStartingWith("receivers[0].target.signIn: it cannot stand here")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone: Europe/Berln, who: {kind: stranger}          | rules[0].zone: "Europe/Berln" is no time zone that this server knows; such as Europe/Berlin
            zone: '+01:00', who: {kind: stranger}              | rules[0].zone: "+01:00" is no time zone
            who: {kind: stranger}                              | rules[0].zone: it is missing; such as Europe/Berlin
            zone: UTC                                          | rules[0].who: it is missing
            zone: UTC, who: {kind: everybody}                  | rules[0].who.kind: it must be one of person, listed
            zone: UTC, who: {kind: listed}                     | rules[0].who.list: it is missing
            zone: UTC, who: {kind: absent}                     | rules[0].who.by: it is missing; such as 09:00
            zone: UTC, who: {kind: stranger, list: a}          | rules[0].who: there is no field "list"; there are kind
            zone: UTC, who: {kind: stranger}, colour: red      | rules[0]: there is no field "colour"; there are changedAt
            zone: UTC, who: {kind: stranger}, priority: urgent | rules[0].priority: it must be one of LOW, NORMAL, HIGH
            zone: UTC, who: {kind: stranger}, id: try          | rules[0].id: "try" cannot be the id of a rule
            zone: UTC, who: {kind: stranger}, id: Ä            | rules[0].id: a rule's id must be 1 to 64
            zone: UTC, who: {kind: stranger}, enabled: yes     | rules[0].enabled: it must be true or false
            zone: UTC, who: {kind: stranger}, hours: [{from: 8}] | rules[0].hours[0].from: it must be a time of the day
            zone: UTC, who: {kind: stranger}, hours: {}        | rules[0].hours: it must be a list
            zone: UTC, who: {kind: stranger}, sure: {levels: [2]} | rules[0].sure: levels must increase
            zone: UTC, who: {kind: stranger}, limits: {lid: 0} | rules[0].limits: lid must be between
            """)
    void invalidRule_namesTheField(String fields, String message) {
        assertThatThrownBy(() -> read("rules:\n  - {name: A, " + fields + "}\n"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {kind: webhook, url: 'https://u:p@pager.example/'}  | receivers[0].target.url: it must be an address with a host
            {kind: webhook, url: 'ftp://pager.example/'}        | receivers[0].target: url must begin with http
            {kind: webhook, url: 'https://'}                    | receivers[0].target.url: it must be an address
            {kind: mqtt, url: 'http://broker'}                  | receivers[0].target: url must be such as mqtt://broker:1883
            {kind: mail, url: 'a@b'}                            | receivers[0].target.kind: it must be webhook or mqtt
            {kind: webhook, url: 'https://a', signingKey: abc}  | receivers[0].target.signingKey: it must be whsec_
            {kind: webhook, url: 'https://a', secret: lower}    | receivers[0].target.secret: the name of a secret
            {kind: webhook, url: 'https://a', generateSigningKey: true} | receivers[0].target.generateSigningKey: only
            """)
    void invalidTarget_namesTheField(String target, String message) {
        assertThatThrownBy(() -> receiver(target))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: [{name: &a [x], who: *a}]      | it is no YAML that is read here: aliases are not
            'rules: [}'                           | it is no YAML, see line 1
            [1, 2]                                | it must have rules:, lists:
            cameras: []                           | there is no field "cameras"; there are groups, lists
            rules: {a: {}}                        | rules: it must be a list
            rules: [a]                            | rules[0]: it must have fields
            lists: [{name: A}, {name: a}]         | lists[1].id: lists[0] has the id "a" too
            rules: [[[[[[[[[[[[1]]]]]]]]]]]]      | a value of it is too deep
            """)
    void invalidFile_saysWhatIsWrong(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void emptyFile_saysNothing() {
        assertThat(file.read("", Definitions.NONE, NOW).given()).isEmpty();
    }
}
