package io.faceline.contracts.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model as written in the catalog's JSON. */
record CatalogEntry(
        String name,
        ModelRole role,
        ModelFamily family,
        String file,
        @Nullable String sha256,
        String origin,
        String licence,
        boolean commercialUse,
        String training,
        InputFacts input,
        Map<String, List<String>> outputs,
        @Nullable DetectionFacts detection,
        @Nullable LandmarkPoints landmarkPoints,
        @Nullable String landmarkModel,
        @Nullable EmbeddingFacts embedding,
        @Nullable List<String> classes,
        @Nullable String notes) {
    ModelFacts toFacts() {
        return new ModelFacts(
                name,
                role,
                family,
                file,
                Optional.ofNullable(sha256),
                new Licence(licence, commercialUse, origin, training),
                input,
                outputs,
                Optional.ofNullable(detection),
                Optional.ofNullable(landmarkPoints),
                Optional.ofNullable(landmarkModel),
                Optional.ofNullable(embedding),
                classes == null ? List.of() : classes,
                Optional.ofNullable(notes));
    }
}
