package io.faceline.alerting.definition;

import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.MessageTemplate;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes receivers of what people write. */
public final class ReceiverFields {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "enabled",
            "disabledBecause",
            "target",
            "rules",
            "priority",
            "ends",
            "content",
            "late",
            "deliverWithinSeconds",
            "lidPerHour",
            "batchSeconds",
            "template",
            "status",
            "since",
            "changedAt");

    private final TargetFields targets;
    private final Consumer<MessageTemplate> templates;

    /** @param templates throws an IllegalArgumentException for a template that cannot be used */
    public ReceiverFields(SecretSealer sealer, Consumer<MessageTemplate> templates) {
        this.targets = new TargetFields(sealer);
        this.templates = templates;
    }

    /** The id that a receiver has, or gets by its name. */
    public static ReceiverId id(Fields receiver) {
        var name = name(receiver);
        return receiver.in("id", () -> new ReceiverId(receiver.text("id").orElseGet(() -> Slug.of(name, "receiver"))));
    }

    private static String name(Fields receiver) {
        return receiver.requiredText("name", "\"Pager of the reception\"");
    }

    /**
     * A receiver with the usual for what is not given, also if there was another; only secrets that are not given stay.
     *
     * @param before empty if there is none
     * @throws DefinitionException that names the field that is invalid
     */
    public Receiver read(Fields receiver, Optional<Receiver> before, Instant now) {
        receiver.requireKnown(KNOWN);
        var id = id(receiver);
        var target = targets.read(receiver, id, before.map(Receiver::target).orElse(null));
        return receiver.make(() -> new Receiver(
                id,
                name(receiver),
                receiver.flag("enabled", true),
                null,
                target,
                rules(receiver),
                receiver.word("priority", RulePriority.class).orElse(RulePriority.LOW),
                receiver.flag("ends", false),
                receiver.word("content", ReceiverContent.class).orElse(ReceiverContent.IDS),
                receiver.word("late", LatePolicy.class).orElse(usualLate(target)),
                receiver.whole("deliverWithinSeconds").orElse(Receiver.DEFAULT_DELIVER_WITHIN),
                receiver.whole("lidPerHour").orElse(Receiver.DEFAULT_LID),
                receiver.whole("batchSeconds").orElse(0),
                template(receiver),
                now,
                now));
    }

    /** What is late rings nobody's bell. */
    private static LatePolicy usualLate(ReceiverTarget target) {
        return target instanceof ReceiverTarget.Mqtt ? LatePolicy.DROP : LatePolicy.SEND;
    }

    private static List<RuleId> rules(Fields receiver) {
        return receiver.texts("rules").stream()
                .map(id -> receiver.in("rules", () -> new RuleId(id)))
                .toList();
    }

    private @Nullable MessageTemplate template(Fields receiver) {
        return receiver.object("template").map(this::templateOf).orElse(null);
    }

    private MessageTemplate templateOf(Fields template) {
        template.requireKnown(Set.of("contentType", "text"));
        var text = template.requiredText("text", "\"{{ruleName}}\"");
        return template.make(() -> {
            var made = new MessageTemplate(template.text("contentType").orElse("application/json"), text);
            templates.accept(made);
            return made;
        });
    }

    /** As it follows on one that is known: nothing older is sent than when it was enabled. */
    static Receiver after(Receiver known, Receiver wanted) {
        var isEnabledAgain = wanted.enabled() && !known.enabled();
        return at(
                wanted,
                isEnabledAgain ? wanted.changedAt() : known.since(),
                wanted.enabled() ? null : known.disabledBecause());
    }

    static boolean isSame(Receiver known, Receiver wanted) {
        var next = after(known, wanted);
        return next.equals(new Receiver(
                known.id(),
                known.name(),
                known.enabled(),
                known.disabledBecause(),
                known.target(),
                known.rules(),
                known.priority(),
                known.ends(),
                known.content(),
                known.late(),
                known.deliverWithinSeconds(),
                known.lidPerHour(),
                known.batchSeconds(),
                known.template(),
                known.since(),
                wanted.changedAt()));
    }

    private static Receiver at(Receiver receiver, Instant since, @Nullable String because) {
        return new Receiver(
                receiver.id(),
                receiver.name(),
                receiver.enabled(),
                because,
                receiver.target(),
                receiver.rules(),
                receiver.priority(),
                receiver.ends(),
                receiver.content(),
                receiver.late(),
                receiver.deliverWithinSeconds(),
                receiver.lidPerHour(),
                receiver.batchSeconds(),
                receiver.template(),
                since,
                receiver.changedAt());
    }
}
