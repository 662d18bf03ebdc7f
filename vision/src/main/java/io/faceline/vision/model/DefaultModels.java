package io.faceline.vision.model;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locates the default models: the folder npm runs in, which contains node_modules. */
public final class DefaultModels {
    private static final String PROPERTY = "faceline.npm";
    private static final Path IN_A_CLONE = Path.of("models", "npm");

    private DefaultModels() {}

    /**
     * The system property {@code faceline.npm}; otherwise {@code models/npm} of the git clone that contains the running
     * code; otherwise {@code ~/.cache/faceline/npm}. It need not exist yet.
     */
    public static Path folder() {
        var property = System.getProperty(PROPERTY);
        if (property != null && !property.isBlank()) {
            return Path.of(property);
        }
        return codeSource()
                .flatMap(DefaultModels::cloneAround)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "faceline", "npm"));
    }

    private static Optional<Path> codeSource() {
        var source = DefaultModels.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // Code that was not loaded from a file is not in a clone.
        }
    }

    static Optional<Path> cloneAround(Path code) {
        for (@Nullable Path folder = code; folder != null; folder = folder.getParent()) {
            var npm = folder.resolve(IN_A_CLONE);
            if (Files.isRegularFile(npm.resolve(ModelFetch.PACKAGE))) {
                return Optional.of(npm);
            }
        }
        return Optional.empty();
    }
}
