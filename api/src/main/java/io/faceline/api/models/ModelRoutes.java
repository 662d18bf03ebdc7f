package io.faceline.api.models;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/models}: the catalog; which of them run is told by the measurement {@code faceline_model}. */
public final class ModelRoutes implements Routes {
    private final List<ModelView> models;

    public ModelRoutes(ModelCatalog catalog) {
        this.models = catalog.models().stream().map(ModelView::of).toList();
    }

    record Models(List<ModelView> items) {}

    /**
     * @param landmarkModel the name of the model that finds the points of a face for a detector that does not; else null
     * @param training what is known of the photos it was trained on
     */
    record ModelView(
            String id,
            String name,
            String role,
            @Nullable String landmarkModel,
            String licence,
            boolean commercialUse,
            String origin,
            String training) {
        static ModelView of(ModelFacts model) {
            var licence = model.licence();
            return new ModelView(
                    model.id(),
                    model.name(),
                    model.role().name().toLowerCase(Locale.ROOT),
                    model.landmarkModel().orElse(null),
                    licence.name(),
                    licence.commercialUse(),
                    licence.origin(),
                    licence.training());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/models", context -> context.json(new Models(models)));
    }
}
