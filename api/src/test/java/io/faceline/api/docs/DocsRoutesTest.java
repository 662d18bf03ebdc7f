package io.faceline.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.schema.PublicTopic;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocsRoutesTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private final TestServer server = new TestServer(new DocsRoutes());
    private final TestClient client = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void document_isJson() {
        var answer = client.get("/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("openapi").asText()).startsWith("3.1.");
        assertThat(client.get("/openapi.json").text()).isEqualTo(answer.text());
    }

    @Test
    void documentOfTheTopics_isJson_andHasTheSchemas() {
        var answer = client.get("/asyncapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("asyncapi").asText()).isEqualTo("3.0.0");
        for (var topic : PublicTopic.values()) {
            assertThat(answer.json().at("/components/schemas/" + topic.label() + "/properties"))
                    .as(topic.label())
                    .isNotEmpty();
        }
    }

    @Test
    void page_loadsWhatThisServerHas_andNothingElse() {
        var page = client.get("/docs");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        var addresses = ADDRESS.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .filter(address -> !address.equals("data:,"))
                .toList();
        assertThat(addresses).hasSize(4).allMatch(address -> address.startsWith("/docs/"));
        for (var address : addresses) {
            var asset = client.get(address);
            assertThat(asset.status()).as(address).isEqualTo(200);
            assertThat(asset.header("Content-Type"))
                    .as(address)
                    .startsWith(address.endsWith(".css") ? "text/css" : "text/javascript");
            assertThat(asset.text()).as(address).isNotBlank();
        }
    }

    /** The policy forbids inline styles and scripts. */
    @Test
    void page_keepsToTheStrictContentPolicy() {
        var page = client.get("/docs");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.text()).doesNotContain("<style", "style=", "<script>");
    }

    @Test
    void otherFilesOfTheWebJar_areNotShown() {
        for (var file :
                List.of("index.html", "oauth2-redirect.html", "openapi.yaml", "..%2Fopenapi.yaml", "page.html")) {
            var answer = client.get("/docs/" + file);

            assertThat(answer.status()).as(file).isIn(400, 404);
        }
    }
}
