package io.faceline.runtime.secrets;

import io.faceline.runtime.settings.Settings;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Secrets by their names, as whoever runs the installation wrote them down: {@code FACELINE_SECRET_<NAME>} of the environment,
 * otherwise the file {@code FACELINE_SECRETS_FILE}, which is read anew when it changes. Every value is a text. Thread-safe.
 */
public final class NamedSecrets {
    /** The setting of the file. */
    public static final String FILE_SETTING = "FACELINE_SECRETS_FILE";

    private static final String PREFIX = "FACELINE_SECRET_";
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private final Settings settings;
    private final Optional<SecretsFile> file;

    private NamedSecrets(Settings settings, Optional<SecretsFile> file) {
        this.settings = settings;
        this.file = file;
    }

    /** @throws io.faceline.runtime.settings.SettingsException if the file cannot be read; the message contains no secret */
    public static NamedSecrets of(Settings settings) {
        var file = settings.optional(FILE_SETTING).map(path -> SecretsFile.open(FILE_SETTING, path));
        return new NamedSecrets(settings, file);
    }

    /** Whether a secret may have this name: upper-case letters, digits and underscores, but not that of the key itself. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !(PREFIX + name).equals(SecretBox.SETTING);
    }

    /** The secret of this name; empty if there is none. */
    public Optional<String> find(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        return settings.optional(PREFIX + name).or(() -> file.flatMap(known -> known.find(name)));
    }

    /** Omits all values, so that they never appear in a log. */
    @Override
    public String toString() {
        return "NamedSecrets[…]";
    }
}
