package io.faceline.alerting.definition;

import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.topic.AlertTopics;
import io.faceline.contracts.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** What rules, lists, groups and receivers have in common. Immutable. */
public final class DefinitionKind<T> {
    public static final DefinitionKind<WatchList> LIST = new DefinitionKind<>(new Traits<>(
            "list",
            200,
            list -> list.id().value(),
            WatchList::name,
            Definitions::lists,
            values -> new Definitions(List.of(), values, List.of(), List.of()),
            AlertTopics::watchLists,
            (fields, before, receivers, now) -> ListFields.read(fields, now),
            (known, wanted) -> ListFields.at(known.changedAt(), wanted).equals(known) ? known : wanted));

    public static final DefinitionKind<SourceGroup> GROUP = new DefinitionKind<>(new Traits<>(
            "group",
            200,
            group -> group.id().value(),
            SourceGroup::name,
            Definitions::groups,
            values -> new Definitions(List.of(), List.of(), values, List.of()),
            AlertTopics::sourceGroups,
            (fields, before, receivers, now) -> GroupFields.read(fields, now),
            (known, wanted) -> GroupFields.at(known.changedAt(), wanted).equals(known) ? known : wanted));

    public static final DefinitionKind<AlertRule> RULE = new DefinitionKind<>(new Traits<>(
            "rule",
            1000,
            rule -> rule.id().value(),
            AlertRule::name,
            Definitions::rules,
            values -> new Definitions(values, List.of(), List.of(), List.of()),
            AlertTopics::rules,
            (fields, before, receivers, now) -> RuleFields.read(fields, now),
            (known, wanted) -> RuleFields.isSame(known, wanted) ? known : RuleFields.after(known, wanted)));

    public static final DefinitionKind<Receiver> RECEIVER = new DefinitionKind<>(new Traits<>(
            "receiver",
            100,
            receiver -> receiver.id().value(),
            Receiver::name,
            Definitions::receivers,
            values -> new Definitions(List.of(), List.of(), List.of(), values),
            AlertTopics::receivers,
            (fields, before, receivers, now) -> receivers.read(fields, before, now),
            (known, wanted) -> ReceiverFields.isSame(known, wanted) ? known : ReceiverFields.after(known, wanted)));

    /** In the order in which they name each other: what is named comes first. */
    public static final List<DefinitionKind<?>> ALL = List.of(LIST, GROUP, RULE, RECEIVER);

    private final Traits<T> traits;

    @FunctionalInterface
    private interface Reading<T> {
        T read(Fields fields, Optional<T> before, ReceiverFields receivers, Instant now);
    }

    private record Traits<T>(
            String word,
            int max,
            Function<T, String> id,
            Function<T, String> name,
            Function<Definitions, List<T>> all,
            Function<List<T>, Definitions> alone,
            Function<AlertTopics, Topic<T>> topic,
            Reading<T> reading,
            BinaryOperator<T> next) {}

    private DefinitionKind(Traits<T> traits) {
        this.traits = traits;
    }

    /** Such as {@code rule}. */
    public String word() {
        return traits.word;
    }

    /** Such as {@code rules}: what files call them. */
    public String words() {
        return traits.word + "s";
    }

    /** How many there may be. */
    public int max() {
        return traits.max;
    }

    public String id(T value) {
        return traits.id.apply(value);
    }

    public String name(T value) {
        return traits.name.apply(value);
    }

    public List<T> in(Definitions definitions) {
        return traits.all.apply(definitions);
    }

    /** Definitions that have only these. */
    public Definitions alone(List<T> values) {
        return traits.alone.apply(values);
    }

    public Optional<T> find(Definitions definitions, String id) {
        return in(definitions).stream().filter(value -> id(value).equals(id)).findFirst();
    }

    public Topic<T> topic(AlertTopics topics) {
        return traits.topic.apply(topics);
    }

    /**
     * What a person wrote, with the usual for what is not given.
     *
     * @param before what it replaces; a receiver keeps its secrets
     * @throws DefinitionException that names the field that is invalid
     */
    public T read(Fields fields, Optional<T> before, ReceiverFields receivers, Instant now) {
        return traits.reading.read(fields, before, receivers, now);
    }

    /** What is wanted as it follows on what is known: its next revision, or the known one itself if nothing changes. */
    public T next(T known, T wanted) {
        return traits.next.apply(known, wanted);
    }

    @Override
    public String toString() {
        return traits.word;
    }
}
