package io.faceline.contracts.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every model that is known: those we ship facts for, and those that users add by facts alone. Immutable. */
public final class ModelCatalog {
    /** Its name in a folder of models. */
    public static final String FILE = "catalog.json";

    private static final String BUILT_IN = "/io/faceline/models/" + FILE;

    private final CatalogDefaults defaults;
    private final Map<String, ModelFacts> models;

    private ModelCatalog(CatalogDefaults defaults, Map<String, ModelFacts> models) {
        this.defaults = defaults;
        this.models = models;
        models.values().forEach(this::checkLandmarkModel);
        detector(defaults.detector());
        embedder(defaults.embedder());
    }

    /**
     * What we ship, and the entries of a {@value #FILE} in each folder; an entry of the same name replaces an earlier
     * one, a folder without such a file adds nothing.
     *
     * @throws CatalogException naming the file, the entry and the field that is wrong
     */
    public static ModelCatalog load(List<Path> extraFolders) {
        try (var in = builtIn()) {
            var reader = CatalogReader.open("the built-in catalog", in);
            var models = new LinkedHashMap<>(reader.models());
            for (var folder : extraFolders) {
                models.putAll(modelsIn(folder));
            }
            return new ModelCatalog(reader.defaults(), models);
        } catch (IOException e) {
            throw new CatalogException("the catalog cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream builtIn() {
        var in = ModelCatalog.class.getResourceAsStream(BUILT_IN);
        if (in == null) {
            throw new CatalogException(BUILT_IN + " is missing: the models jar is not on the class path");
        }
        return in;
    }

    private static Map<String, ModelFacts> modelsIn(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Map.of();
        }
        try (var in = Files.newInputStream(file)) {
            return CatalogReader.open(file.toString(), in).models();
        }
    }

    public CatalogDefaults defaults() {
        return defaults;
    }

    public List<ModelFacts> models() {
        return List.copyOf(models.values());
    }

    /** @throws CatalogException naming those that there are */
    public ModelFacts model(String name) {
        var model = models.get(name);
        if (model == null) {
            throw unknown("model", name, models.values().stream().map(ModelFacts::name));
        }
        return model;
    }

    /** @throws CatalogException when there is no detector of this name, naming those that there are */
    public ModelFacts detector(String name) {
        return ofRole(ModelRole.DETECTOR, "detector", name);
    }

    /** @throws CatalogException when there is no embedder of this name, naming those that there are */
    public ModelFacts embedder(String name) {
        return ofRole(ModelRole.EMBEDDER, "embedder", name);
    }

    /** What matching must know of this embedder. */
    public MatchingFacts matching(String embedderName) {
        return matching(embedder(embedderName));
    }

    /** What matching must know of every embedder. */
    public List<MatchingFacts> allMatching() {
        return models.values().stream()
                .filter(model -> model.role() == ModelRole.EMBEDDER)
                .map(ModelCatalog::matching)
                .toList();
    }

    private static MatchingFacts matching(ModelFacts model) {
        var embedding = model.embedding().orElseThrow();
        return new MatchingFacts(model.id(), embedding.dimension(), embedding.thresholds(), embedding.calibration());
    }

    private ModelFacts ofRole(ModelRole role, String word, String name) {
        var model = models.get(name);
        if (model == null || model.role() != role) {
            throw unknown(
                    word,
                    name,
                    models.values().stream().filter(it -> it.role() == role).map(ModelFacts::name));
        }
        return model;
    }

    private void checkLandmarkModel(ModelFacts model) {
        model.landmarkModel().ifPresent(name -> {
            var landmarks = models.get(name);
            if (landmarks == null || landmarks.role() != ModelRole.LANDMARKS) {
                throw new CatalogException("model \"" + model.name() + "\", field landmarkModel: \"" + name
                        + "\" is no landmark model of the catalog");
            }
        });
    }

    private static CatalogException unknown(String word, String name, Stream<String> known) {
        return new CatalogException("there is no " + word + " \"" + name + "\"; there are "
                + known.sorted().collect(Collectors.joining(", ")));
    }
}
