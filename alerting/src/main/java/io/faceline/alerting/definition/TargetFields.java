package io.faceline.alerting.definition;

import io.faceline.contracts.delivery.ReceiverId;
import io.faceline.contracts.delivery.ReceiverTarget;
import io.faceline.contracts.delivery.StoredSecret;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a receiver is reached: the field {@code target}. No message repeats a secret. */
final class TargetFields {
    private static final String EXAMPLE = "{\"kind\":\"webhook\",\"url\":\"https://pager.example/hook\"}";
    private static final Set<String> WEBHOOK =
            Set.of("kind", "url", "secret", "signingKey", "generateSigningKey", "hasSigningKey", "hasFormerKey");
    private static final Set<String> MQTT =
            Set.of("kind", "url", "secret", "signIn", "prefix", "discoveryPrefix", "hasSignIn");
    private static final String KEY_PREFIX = "whsec_";
    private static final int MIN_KEY = 24;
    private static final int MAX_KEY = 64;

    private final SecretSealer sealer;

    TargetFields(SecretSealer sealer) {
        this.sealer = sealer;
    }

    /** @param before whose secrets stay if no others are given; null for none */
    ReceiverTarget read(Fields receiver, ReceiverId id, @Nullable ReceiverTarget before) {
        var target = receiver.object("target").orElseThrow(() -> receiver.missing("target", EXAMPLE));
        var kind = target.requiredText("kind", "webhook");
        return switch (kind) {
            case "webhook" ->
                webhook(target, id, before instanceof ReceiverTarget.Webhook known ? known.secrets() : List.of());
            case "mqtt" -> mqtt(target, id, before instanceof ReceiverTarget.Mqtt known ? known.signIn() : null);
            default -> throw target.fault("kind", "it must be webhook or mqtt");
        };
    }

    private ReceiverTarget webhook(Fields target, ReceiverId id, List<StoredSecret> before) {
        target.requireKnown(WEBHOOK);
        var url = url(target, "https://pager.example/hook");
        var given = secret(target, id, "signingKey");
        if (given.isEmpty() && target.flag("generateSigningKey", false)) {
            throw target.fault("generateSigningKey", "only the HTTP API makes keys, which it shows once");
        }
        var secrets = keys(target, given, before);
        return target.make(() -> new ReceiverTarget.Webhook(url, secrets));
    }

    /** While a receiver changes its key, the former one signs too. */
    private static List<StoredSecret> keys(Fields target, Optional<StoredSecret> given, List<StoredSecret> before) {
        var keepsFormer = target.flag("hasFormerKey", given.isEmpty() && before.size() > 1);
        if (given.isPresent()) {
            var former = keepsFormer ? before.stream().limit(1) : Stream.<StoredSecret>empty();
            return Stream.concat(given.stream(), former).toList();
        }
        if (target.isNull("secret") || target.isNull("signingKey")) {
            return List.of();
        }
        return keepsFormer ? before : before.stream().limit(1).toList();
    }

    private ReceiverTarget mqtt(Fields target, ReceiverId id, @Nullable StoredSecret before) {
        target.requireKnown(MQTT);
        var url = url(target, "mqtt://broker:1883");
        var isRemoved = target.isNull("secret") || target.isNull("signIn");
        var signIn = secret(target, id, "signIn").orElse(isRemoved ? null : before);
        return target.make(() -> new ReceiverTarget.Mqtt(
                url,
                signIn,
                target.text("prefix").orElse(ReceiverTarget.Mqtt.DEFAULT_PREFIX),
                target.text("discoveryPrefix").orElse(ReceiverTarget.Mqtt.DEFAULT_DISCOVERY)));
    }

    /** @param typed the field of a secret that is typed */
    private Optional<StoredSecret> secret(Fields target, ReceiverId id, String typed) {
        var name = target.text("secret");
        var text = target.text(typed);
        if (name.isPresent() && text.isPresent()) {
            throw target.fault(typed, "there are two secrets; give either the name of one or the text");
        }
        if (name.isPresent()) {
            return Optional.of(target.in("secret", () -> StoredSecret.named(name.get())));
        }
        return text.map(secret -> target.in(typed, () -> {
            requireForm(typed, secret);
            return StoredSecret.ofEncrypted(sealer.seal(id, secret));
        }));
    }

    private static void requireForm(String field, String secret) {
        if (field.equals("signIn")) {
            if (secret.indexOf(':') < 1 || secret.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("it must be a user name, a colon and the password");
            }
        } else if (!isSigningKey(secret)) {
            throw new IllegalArgumentException("it must be " + KEY_PREFIX + " and the base64 of " + MIN_KEY + " to "
                    + MAX_KEY + " random bytes, as Standard Webhooks say; let the server make one");
        }
    }

    private static boolean isSigningKey(String secret) {
        if (!secret.startsWith(KEY_PREFIX)) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder().decode(secret.substring(KEY_PREFIX.length())).length;
            return bytes >= MIN_KEY && bytes <= MAX_KEY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String url(Fields target, String example) {
        var url = target.requiredText("url", example);
        // The text is not repeated: it may contain a password.
        if (!isAddress(url)) {
            throw target.fault(
                    "url", "it must be an address with a host and without user name and password, such as " + example);
        }
        return url;
    }

    private static boolean isAddress(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
