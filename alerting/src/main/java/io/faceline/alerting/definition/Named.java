package io.faceline.alerting.definition;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleSubject;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom rules name. */
public final class Named {
    private Named() {}

    /** The one person that a rule is about. */
    public static Optional<PersonId> person(RuleSubject who) {
        if (who instanceof RuleSubject.Person person) {
            return Optional.of(person.person());
        }
        return who instanceof RuleSubject.Absent absent ? Optional.ofNullable(absent.person()) : Optional.empty();
    }

    static Optional<ListId> list(RuleSubject who) {
        if (who instanceof RuleSubject.Listed listed) {
            return Optional.of(listed.list());
        }
        if (who instanceof RuleSubject.NotListed others) {
            return Optional.of(others.list());
        }
        if (who instanceof RuleSubject.Together together) {
            return Optional.of(together.list());
        }
        return who instanceof RuleSubject.Absent absent ? Optional.ofNullable(absent.list()) : Optional.empty();
    }

    static Stream<ListId> lists(AlertRule rule) {
        var quiet = rule.quiet();
        var quieting = quiet == null
                ? Stream.<ListId>empty()
                : Stream.of(Optional.ofNullable(quiet.accompaniedBy()), Optional.ofNullable(quiet.unlessSeen()))
                        .flatMap(Optional::stream);
        return Stream.concat(list(rule.who()).stream(), quieting);
    }
}
