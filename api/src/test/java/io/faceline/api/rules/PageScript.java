package io.faceline.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A script of the page that imports no other, run by Node.
 *
 * @param folder for copies, under names by which every Node knows a module
 * @param module such as {@code people/capture-rules}
 */
record PageScript(Path folder, String module) {
    /** What this test script, which is told where the module is, says of the input. */
    JsonNode run(String test, Object input) throws IOException, InterruptedException {
        var node = new ProcessBuilder(
                        "node",
                        copied(test, test).toString(),
                        copied("/io/faceline/ui/" + module + ".js", "module.mjs")
                                .toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var stdin = node.getOutputStream()) {
            stdin.write(Mappers.JSON.writeValueAsBytes(input));
        }
        var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return Mappers.JSON.readTree(said);
    }

    private Path copied(String resource, String name) throws IOException {
        try (var in = Objects.requireNonNull(PageScript.class.getResourceAsStream(resource), resource)) {
            var file = folder.resolve(name);
            Files.copy(in, file);
            return file;
        }
    }
}
