package io.faceline.delivery.webhook;

import io.faceline.contracts.Blob;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code webhook-signature} of Standard Webhooks 1.0.0: {@code v1,} and base64 of HMAC-SHA-256, for each key. */
final class WebhookSignature {
    private static final String HMAC = "HmacSHA256";

    private WebhookSignature() {}

    /** @param keys at least one */
    static String of(String id, Instant time, Blob body, List<Blob> keys) {
        return keys.stream().map(key -> "v1," + signed(id, time, body, key)).collect(Collectors.joining(" "));
    }

    private static String signed(String id, Instant time, Blob body, Blob key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.toByteArray(), HMAC));
            var content = new ByteArrayOutputStream();
            content.writeBytes((id + "." + time.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            content.writeBytes(body.toByteArray());
            return Base64.getEncoder().encodeToString(mac.doFinal(content.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
