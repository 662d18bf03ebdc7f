package io.faceline.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.api.TestServer;
import io.faceline.contracts.catalog.ModelCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelRoutesTest {
    @Test
    void models_areToldWithTheirTerms() throws Exception {
        var catalog = ModelCatalog.load(List.of());
        try (var server = new TestServer(List.of(new ModelRoutes(catalog)))) {
            var answer = server.ask("GET", "/api/v1/models", "");

            assertThat(answer.status()).isEqualTo(200);
            var items = answer.json().path("items");
            assertThat(items).hasSize(catalog.models().size()).allSatisfy(model -> {
                assertThat(model.path("licence").asText()).isNotBlank();
                assertThat(model.path("commercialUse").isBoolean()).isTrue();
            });
            assertThat(items.findValuesAsText("id"))
                    .contains(catalog.embedder(catalog.defaults().embedder()).id());
            assertThat(items.findValuesAsText("landmarkModel")).contains("fr_landmark");
        }
    }
}
