package io.faceline.runtime.secrets;

import io.faceline.runtime.settings.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts short texts with the key of the installation, by AES-256 in GCM (NIST SP 800-38D): {@code v1:} and base64 of 12
 * random bytes, the encrypted text and the 16 bytes that authenticate it. A text is bound to its context, such as the id of
 * the record that holds it, and cannot be read in another. Thread-safe.
 */
public final class SecretBox {
    /** The setting. */
    public static final String SETTING = "FACELINE_SECRET_KEY";

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final String VERSION = "v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private SecretBox(SecretKey key) {
        this.key = key;
    }

    /**
     * With the key of {@code FACELINE_SECRET_KEY}; empty without one.
     *
     * @throws io.faceline.runtime.settings.SettingsException if the key is too short; the message does not contain it
     */
    public static Optional<SecretBox> of(Settings settings) {
        return settings.optional(SETTING).map(SecretKeyText::parse).map(SecretBox::new);
    }

    /** A key of 32 bytes for another purpose, which tells nothing of this one: HMAC-SHA-256 of the purpose. */
    public SecretKey derived(String purpose) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getEncoded(), HMAC));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    /** Encrypts a text, each time differently. */
    public String seal(String text, String context) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return VERSION + Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** The text that was encrypted; empty if that was done with another key or in another context, or if it was changed. */
    public Optional<String> open(String sealed, String context) {
        return bytes(sealed).flatMap(all -> open(all, context));
    }

    private Optional<String> open(ByteBuffer all, String context) {
        if (all.remaining() < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var rest = new byte[all.remaining()];
        all.get(rest);
        try {
            var text = cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    private static Optional<ByteBuffer> bytes(String sealed) {
        if (!sealed.startsWith(VERSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(VERSION.length()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Omits the key, so that it never appears in a log. */
    @Override
    public String toString() {
        return "SecretBox[…]";
    }
}
