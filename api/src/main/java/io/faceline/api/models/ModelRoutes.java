package io.faceline.api.models;

import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelFacts;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/models}: lists the model catalog; the metric {@code faceline_model} shows which models run. */
public final class ModelRoutes implements Routes {
    private final List<ModelView> models;

    public ModelRoutes(ModelCatalog catalog) {
        this.models = catalog.models().stream().map(ModelView::of).toList();
    }

    record Models(List<ModelView> items) {}

    /**
     * @param landmarkModel the name of the model that finds the landmarks for a detector that does not; else null
     * @param training the known origin of the training photos
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
