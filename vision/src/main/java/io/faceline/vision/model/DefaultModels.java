package io.faceline.vision.model;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the default models live: the folder that npm is called in, holding node_modules. */
public final class DefaultModels {
    private static final String PROPERTY = "faceline.npm";
    private static final Path IN_A_CLONE = Path.of("models", "npm");

    private DefaultModels() {}

    /**
     * The system property {@code faceline.npm}; else {@code models/npm} of the clone that the running code lies in; else
     * {@code ~/.cache/faceline/npm}. It need not exist yet.
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
            return Optional.empty(); // Code that comes from elsewhere than a file lies in no clone.
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
