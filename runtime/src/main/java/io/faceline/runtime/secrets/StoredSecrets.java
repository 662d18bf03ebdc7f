package io.faceline.runtime.secrets;

import io.faceline.runtime.settings.Settings;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Finds secrets that a record names or holds encrypted. Thread-safe. */
public final class StoredSecrets {
    private final NamedSecrets named;
    private final Optional<SecretBox> box;

    public StoredSecrets(NamedSecrets named, Optional<SecretBox> box) {
        this.named = named;
        this.box = box;
    }

    /** @throws io.faceline.runtime.settings.SettingsException when the key or the file of secrets cannot be used */
    public static StoredSecrets of(Settings settings) {
        return new StoredSecrets(NamedSecrets.of(settings), SecretBox.of(settings));
    }

    /**
     * The secret; empty if there is none of this name, or it cannot be decrypted.
     *
     * @param name of a secret of the installation
     * @param encrypted used if there is no name
     * @param context that it was encrypted for
     */
    public Optional<String> find(@Nullable String name, @Nullable String encrypted, String context) {
        if (name != null) {
            return named.find(name);
        }
        return Optional.ofNullable(encrypted).flatMap(text -> box.flatMap(key -> key.open(text, context)));
    }

    /** A key for another purpose, as {@link SecretBox#derived}; empty without {@code FACELINE_SECRET_KEY}. */
    public Optional<SecretKey> derived(String purpose) {
        return box.map(key -> key.derived(purpose));
    }

    /** Why it was not found, for users. */
    public static String reason(@Nullable String name) {
        return name == null
                ? "The stored secret cannot be decrypted with this server's FACELINE_SECRET_KEY. Set the key that the api"
                        + " has, or enter the secret again"
                : "The secret " + name + " is not known to this server. Set FACELINE_SECRET_" + name
                        + ", or add it to the file of FACELINE_SECRETS_FILE";
    }

    /** Omits all values, so that they never appear in a log. */
    @Override
    public String toString() {
        return "StoredSecrets[…]";
    }
}
