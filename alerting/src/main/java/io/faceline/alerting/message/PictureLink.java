package io.faceline.alerting.message;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.delivery.ReceiverId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Links to pictures of alerts that whoever has them may open for an hour, signed by HMAC-SHA-256. Thread-safe. */
public final class PictureLink {
    /** What the key is derived for: {@code SecretBox.derived(PURPOSE)}. */
    public static final String PURPOSE = "alert pictures v1";

    public static final Duration VALID = Duration.ofHours(1);

    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;

    public PictureLink(SecretKey key) {
        this.key = key;
    }

    /** The path and query of the picture, for one receiver and from now on for an hour. */
    public String pathTo(AlertId alert, ReceiverId receiver, Instant now) {
        var expires = now.plus(VALID).getEpochSecond();
        return "/api/v1/alerts/" + alert + "/picture?receiver=" + receiver + "&expires=" + expires + "&signature="
                + signature(alert, receiver, expires);
    }

    /**
     * Whether the link was made here, and is still valid. Whether the receiver and the picture still exist is not checked.
     *
     * @param expires seconds since the epoch, as in the link
     */
    public boolean verify(AlertId alert, ReceiverId receiver, long expires, String signature, Instant now) {
        var left = expires - now.getEpochSecond();
        return left > 0
                && left <= VALID.toSeconds()
                && MessageDigest.isEqual(bytes(signature), bytes(signature(alert, receiver, expires)));
    }

    private String signature(AlertId alert, ReceiverId receiver, long expires) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            var signed = mac.doFinal(bytes(String.join("\n", alert.value(), receiver.value(), Long.toString(expires))));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Omits the key, so that it never appears in a log. */
    @Override
    public String toString() {
        return "PictureLink[…]";
    }
}
