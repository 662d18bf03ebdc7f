package io.faceline.alerting.definition;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom, or what, a rule is about: the field {@code who}. */
final class SubjectFields {
    private static final String EXAMPLE = "{\"kind\":\"listed\",\"list\":\"staff\"}";
    private static final int DEFAULT_TOGETHER = 10;
    private static final int DEFAULT_DOWN = 60;

    private SubjectFields() {}

    static RuleSubject read(Fields rule) {
        var who = rule.object("who").orElseThrow(() -> rule.missing("who", EXAMPLE));
        var kind = who.requiredText("kind", "listed");
        return switch (kind) {
            case "person" -> person(who);
            case "listed" -> new RuleSubject.Listed(list(known(who, "kind", "list")));
            case "stranger" -> stranger(who);
            case "not-listed" -> new RuleSubject.NotListed(list(known(who, "kind", "list")));
            case "together" -> together(known(who, "kind", "list", "others", "withinSeconds"));
            case "absent" -> absent(known(who, "kind", "person", "list", "days", "from", "by"));
            case "camera-down" -> cameraDown(known(who, "kind", "afterSeconds"));
            default ->
                throw who.fault(
                        "kind",
                        "it must be one of person, listed, stranger, not-listed, together, absent, camera-down");
        };
    }

    /** What is usual for a subject: nobody is known in the first looks. */
    static RuleSureness usual(RuleSubject who) {
        if (who instanceof RuleSubject.Stranger || who instanceof RuleSubject.NotListed) {
            return RuleSureness.UNNAMED;
        }
        return who instanceof RuleSubject.Absent absent && absent.isAnybody() ? RuleSureness.SEEN : RuleSureness.NAMED;
    }

    private static Fields known(Fields who, String... names) {
        who.requireKnown(Set.of(names));
        return who;
    }

    private static RuleSubject person(Fields who) {
        known(who, "kind", "person");
        var id = who.requiredText("person", "the id of a person of the shared gallery");
        return new RuleSubject.Person(who.in("person", () -> new PersonId(id)));
    }

    private static RuleSubject stranger(Fields who) {
        known(who, "kind");
        return new RuleSubject.Stranger();
    }

    private static RuleSubject together(Fields who) {
        var others = who.whole("others").orElse(1);
        var within = who.whole("withinSeconds").orElse(DEFAULT_TOGETHER);
        return who.make(() -> new RuleSubject.Together(list(who), others, within));
    }

    private static RuleSubject absent(Fields who) {
        var by = who.time("by").orElseThrow(() -> who.missing("by", "09:00"));
        var from = who.time("from").orElse(LocalTime.MIDNIGHT);
        var days = who.words("days", DayOfWeek.class);
        return who.make(() -> new RuleSubject.Absent(optionalPerson(who), optionalList(who), days, from, by));
    }

    private static RuleSubject cameraDown(Fields who) {
        var after = who.whole("afterSeconds").orElse(DEFAULT_DOWN);
        return who.make(() -> new RuleSubject.CameraDown(after));
    }

    private static ListId list(Fields who) {
        var id = who.requiredText("list", "the id of a watch list");
        return who.in("list", () -> new ListId(id));
    }

    private static @Nullable ListId optionalList(Fields who) {
        return who.text("list").map(id -> who.in("list", () -> new ListId(id))).orElse(null);
    }

    private static @Nullable PersonId optionalPerson(Fields who) {
        return who.text("person")
                .map(id -> who.in("person", () -> new PersonId(id)))
                .orElse(null);
    }
}
