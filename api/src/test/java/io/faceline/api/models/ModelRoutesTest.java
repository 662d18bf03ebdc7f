package io.faceline.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.runtime.http.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelRoutesTest {
    @Test
    void models_areToldWithTheirTerms() {
        var catalog = ModelCatalog.load(List.of());
        try (var server = new TestServer(new ModelRoutes(catalog))) {
            var answer = server.client().get("/api/v1/models");

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
