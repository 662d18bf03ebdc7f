package io.faceline.systemtests.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the entry point of the Dockerfile: the arguments before the main class. */
final class EntryPoint {
    private static final String INSTRUCTION = "ENTRYPOINT ";

    private EntryPoint() {}

    static List<String> read(Path dockerfile) throws IOException {
        var line = Files.readAllLines(dockerfile).stream()
                .filter(text -> text.startsWith(INSTRUCTION))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException(dockerfile + " has no ENTRYPOINT"));
        // A JSON list is valid YAML.
        List<?> arguments =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(line.substring(INSTRUCTION.length()));
        return arguments.stream().map(Object::toString).toList();
    }
}
