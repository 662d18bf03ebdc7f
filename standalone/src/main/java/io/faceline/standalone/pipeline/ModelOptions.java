package io.faceline.standalone.pipeline;

import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The models to use; absent options fall back to the environment, then to the catalog. */
public record ModelOptions(Optional<Path> folder, Optional<String> detector, Optional<String> embedder) {
    public static final ModelOptions DEFAULT = new ModelOptions(Optional.empty(), Optional.empty(), Optional.empty());

    public ModelOptions {
        requireNotBlank("--detector", detector);
        requireNotBlank("--embedder", embedder);
    }

    private static void requireNotBlank(String option, Optional<String> name) {
        if (name.filter(String::isBlank).isPresent()) {
            throw new SettingsException(option + " must be the name of a model; see 'faceline models list'");
        }
    }

    /** The environment, overridden by these options. */
    public Map<String, String> over(Map<String, String> environment) {
        var all = new TreeMap<>(environment);
        folder.ifPresent(path -> all.put("FACELINE_MODELS", path.toString()));
        detector.ifPresent(name -> all.put("FACELINE_DETECTOR", name));
        embedder.ifPresent(name -> all.put("FACELINE_EMBEDDER", name));
        return all;
    }
}
