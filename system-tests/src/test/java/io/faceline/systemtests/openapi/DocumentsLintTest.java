package io.faceline.systemtests.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.api.docs.DocsRoutes;
import io.faceline.runtime.http.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools of AsyncAPI and OpenAPI find nothing in {@code /asyncapi.json} and {@code /openapi.json}, and would find a fault. */
@Tag("slow")
class DocumentsLintTest {
    private static final Path CLIENTS =
            Path.of(System.getProperty("faceline.root")).resolve("system-tests/src/test/clients");
    private static final Path SPECTRAL = CLIENTS.resolve("node_modules/@stoplight/spectral-cli/dist/index.js");
    private static final Path PARSER = CLIENTS.resolve("node_modules/@asyncapi/parser");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    static Path folder;

    private static String asyncApi;
    private static String openApi;

    private record Finding(int exitCode, String printed) {}

    @BeforeAll
    static void readDocuments() {
        var server = new TestServer(new DocsRoutes());
        try {
            asyncApi = server.client().get("/asyncapi.json").expect(200).text();
            openApi = server.client().get("/openapi.json").expect(200).text();
        } finally {
            server.close();
        }
    }

    @Test
    void asyncApi_isReadByItsParser() throws Exception {
        var found = parse(asyncApi);

        assertThat(found.exitCode()).as(found.printed()).isZero();
    }

    @Test
    void faultOfAsyncApi_isFoundByItsParser() throws Exception {
        var found = parse(asyncApi.replace("\"action\":\"send\"", "\"action\":\"gets\""));

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.printed()).contains("operations.sendMatches.action");
    }

    @Test
    void asyncApi_hasNoFindings() throws Exception {
        assertThat(lint(asyncApi)).isEqualTo(new Finding(0, "No results with a severity of 'hint' or higher found!"));
    }

    @Test
    void openApi_hasNoFindings() throws Exception {
        assertThat(lint(openApi)).isEqualTo(new Finding(0, "No results with a severity of 'hint' or higher found!"));
    }

    @Test
    void faultOfOpenApi_isFound() throws Exception {
        var found = lint(openApi.replace("\"operationId\":\"recognize\"", "\"operationId\":\"health\""));

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.printed()).contains("operation-operationId-unique");
    }

    private static Finding parse(String document) throws Exception {
        assumeTrue(Files.isDirectory(PARSER), "needs npm install in system-tests/src/test/clients, see .ci/run");
        return run("node", CLIENTS.resolve("lint-asyncapi.mjs").toString(), file(document));
    }

    private static Finding lint(String document) throws Exception {
        assumeTrue(Files.exists(SPECTRAL), "needs npm install in system-tests/src/test/clients, see .ci/run");
        var rules = CLIENTS.resolve("spectral.yaml").toString();
        return run("node", SPECTRAL.toString(), "lint", file(document), "-r", rules, "-f", "text", "-F", "hint");
    }

    private static String file(String document) throws Exception {
        return Files.writeString(folder.resolve("document.json"), document).toString();
    }

    private static Finding run(String... command) throws Exception {
        var printed = folder.resolve("printed.txt");
        var process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Finding(process.exitValue(), Files.readString(printed, UTF_8).strip());
    }
}
