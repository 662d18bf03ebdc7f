package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** How the image of the Dockerfile starts Java: the words before the main class. */
final class EntryPoint {
    private static final String INSTRUCTION = "ENTRYPOINT ";

    private EntryPoint() {}

    static List<String> read(Path dockerfile) throws IOException {
        var line = Files.readAllLines(dockerfile).stream()
                .filter(one -> one.startsWith(INSTRUCTION))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException(dockerfile + " has no ENTRYPOINT"));
        // A list in JSON is one in YAML too.
        List<?> words = new Yaml(new SafeConstructor(new LoaderOptions())).load(line.substring(INSTRUCTION.length()));
        return words.stream().map(Object::toString).toList();
    }
}
