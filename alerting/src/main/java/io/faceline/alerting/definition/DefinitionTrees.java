package io.faceline.alerting.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import io.faceline.contracts.serde.Mappers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions as JSON, without their secrets. */
public final class DefinitionTrees {
    private static final Set<String> OF_THE_SERVER =
            Set.of("revision", "disabledBecause", "since", "changedAt", "hasSigningKey", "hasFormerKey", "hasSignIn");
    private static final Set<String> ALWAYS = Set.of("id", "name", "who", "zone", "target");
    private static final Set<String> TIMES = Set.of("from", "to", "by", "dayBegins");
    private static final int TIME_WITHOUT_SECONDS = "22:00".length();
    private static final ReceiverFields UNCHECKED = new ReceiverFields(SecretSealer.NONE, template -> {});

    private DefinitionTrees() {}

    /** All fields of the record; of secrets only whether there are any, and their names. */
    public static <T> ObjectNode whole(DefinitionKind<T> kind, T value) {
        ObjectNode tree = Mappers.JSON.valueToTree(value);
        if (value instanceof Receiver receiver) {
            tree.set("target", target(receiver.target()));
        }
        return tree;
    }

    /** The fields that differ from the usual, as a person would write them. */
    public static <T> ObjectNode lean(DefinitionKind<T> kind, T value) {
        var tree = whole(kind, value);
        prune(tree);
        var least = tree.deepCopy().retain(ALWAYS);
        var usual = kind.read(Fields.ofJson(least), Optional.empty(), UNCHECKED, Instant.EPOCH);
        var usualTree = whole(kind, usual);
        prune(usualTree);
        removeSame(tree, usualTree);
        return tree;
    }

    private static ObjectNode target(ReceiverTarget target) {
        ObjectNode tree = Mappers.JSON.valueToTree(target);
        if (target instanceof ReceiverTarget.Webhook webhook) {
            tree.remove("secrets");
            putSecret(
                    tree,
                    "hasSigningKey",
                    webhook.secrets().stream().findFirst().orElse(null));
            tree.put("hasFormerKey", webhook.secrets().size() > 1);
        } else if (target instanceof ReceiverTarget.Mqtt mqtt) {
            tree.remove("signIn");
            putSecret(tree, "hasSignIn", mqtt.signIn());
        }
        return tree;
    }

    private static void putSecret(ObjectNode tree, String flag, @Nullable StoredSecret secret) {
        tree.put(flag, secret != null);
        if (secret != null && secret.secret() != null) {
            tree.put("secret", secret.secret());
        }
    }

    private static void prune(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(OF_THE_SERVER);
            object.properties().forEach(field -> shorten(object, field.getKey(), field.getValue()));
        }
        node.forEach(DefinitionTrees::prune);
    }

    private static void shorten(ObjectNode object, String name, JsonNode value) {
        if (TIMES.contains(name)
                && value.textValue() != null
                && value.textValue().endsWith(":00")) {
            object.put(name, value.textValue().substring(0, TIME_WITHOUT_SECONDS));
        }
    }

    private static void removeSame(ObjectNode tree, ObjectNode usual) {
        for (var field : List.copyOf(tree.properties())) {
            var name = field.getKey();
            var same = usual.path(name);
            if (ALWAYS.contains(name)) {
                continue;
            }
            if (field.getValue().equals(same)) {
                tree.remove(name);
            } else if (field.getValue() instanceof ObjectNode inner && same instanceof ObjectNode usualInner) {
                removeSame(inner, usualInner);
            }
        }
    }
}
