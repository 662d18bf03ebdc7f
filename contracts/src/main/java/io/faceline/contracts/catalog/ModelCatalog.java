package io.faceline.contracts.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All known models: the built-in ones, and those that users add with a catalog file. Immutable. */
public final class ModelCatalog {
    /** The file name of a catalog in a model folder. */
    public static final String FILE = "catalog.json";

    private static final String BUILT_IN = "/io/faceline/models/";

    private final CatalogDefaults defaults;
    private final Map<String, ModelFacts> models;
    private final Map<String, CatalogFile> recognisability;

    private ModelCatalog(List<CatalogReader> readers) {
        this.defaults = readers.get(0).defaults();
        this.models = new LinkedHashMap<>();
        this.recognisability = new HashMap<>();
        readers.forEach(this::add);
        models.values().forEach(this::checkLandmarkModel);
        detector(defaults.detector());
        embedder(defaults.embedder());
    }

    /**
     * Loads the built-in catalog and the {@value #FILE} of each folder. An entry replaces an earlier one of the same
     * name; a folder without a catalog is skipped.
     *
     * @throws CatalogException naming the file, the entry and the field that is wrong
     */
    public static ModelCatalog load(List<Path> extraFolders) {
        try {
            var readers = new ArrayList<CatalogReader>();
            readers.add(CatalogReader.open("the built-in catalog", ModelCatalog::builtIn));
            for (var folder : extraFolders) {
                catalogIn(folder).ifPresent(readers::add);
            }
            return new ModelCatalog(readers);
        } catch (IOException e) {
            throw new CatalogException("the catalog cannot be read: " + e.getMessage(), e);
        }
    }

    /** Replaces earlier entries of the same names. */
    private void add(CatalogReader reader) {
        var added = reader.models();
        models.putAll(added);
        recognisability.keySet().removeAll(added.keySet());
        recognisability.putAll(reader.recognisability());
    }

    private static InputStream builtIn(String file) {
        var in = ModelCatalog.class.getResourceAsStream(BUILT_IN + file);
        if (in == null) {
            throw new CatalogException(BUILT_IN + file + " is missing: the models jar is not on the class path");
        }
        return in;
    }

    private static Optional<CatalogReader> catalogIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new CatalogException("--models or FACELINE_MODELS: " + folder + " is no folder that can be read");
        }
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(CatalogReader.open(file.toString(), name -> Files.newInputStream(folder.resolve(name))));
    }

    public CatalogDefaults defaults() {
        return defaults;
    }

    public List<ModelFacts> models() {
        return List.copyOf(models.values());
    }

    /** @throws CatalogException when there is no model of this name, listing the known ones */
    public ModelFacts model(String name) {
        var model = models.get(name);
        if (model == null) {
            throw unknown("model", name + "\"", models.values().stream().map(ModelFacts::name));
        }
        return model;
    }

    /** @throws CatalogException when there is no detector of this name, listing the known ones */
    public ModelFacts detector(String name) {
        return ofRole(ModelRole.DETECTOR, "detector", "--detector or FACELINE_DETECTOR", name);
    }

    /** @throws CatalogException when there is no detector of this name, listing the known ones */
    public ModelFacts secondDetector(String name) {
        return ofRole(ModelRole.DETECTOR, "detector", "FACELINE_SECOND_DETECTOR", name);
    }

    /** @throws CatalogException when there is no embedder of this name, listing the known ones */
    public ModelFacts embedder(String name) {
        return ofRole(ModelRole.EMBEDDER, "embedder", "--embedder or FACELINE_EMBEDDER", name);
    }

    /** What the matcher needs to know about this embedder. */
    public MatchingFacts matching(String embedderName) {
        return matching(embedder(embedderName));
    }

    /** What the matcher needs to know about every embedder. */
    public List<MatchingFacts> allMatching() {
        return models.values().stream()
                .filter(model -> model.role() == ModelRole.EMBEDDER)
                .map(this::matching)
                .toList();
    }

    private MatchingFacts matching(ModelFacts model) {
        var embedding = model.embedding().orElseThrow();
        return new MatchingFacts(
                model.id(),
                embedding.dimension(),
                embedding.thresholds(),
                embedding.calibration(),
                Optional.ofNullable(recognisability.get(model.name())));
    }

    /** @param setting by which the name was given */
    private ModelFacts ofRole(ModelRole role, String kind, String setting, String name) {
        var model = models.get(name);
        if (model == null || model.role() != role) {
            throw unknown(
                    kind,
                    name + "\" (" + setting + ")",
                    models.values().stream().filter(it -> it.role() == role).map(ModelFacts::name));
        }
        return model;
    }

    private void checkLandmarkModel(ModelFacts model) {
        model.landmarkModel().ifPresent(name -> {
            var landmarks = models.get(name);
            if (landmarks == null || landmarks.role() != ModelRole.LANDMARKS) {
                throw new CatalogException("model \"" + model.name() + "\", field landmarkModel: \"" + name
                        + "\" is not a landmark model of the catalog");
            }
        });
        model.helpers().filter(name -> !models.containsKey(name)).findFirst().ifPresent(name -> {
            throw new CatalogException(
                    "model \"" + model.name() + "\", field secondLook: \"" + name + "\" is not in the catalog");
        });
    }

    private static CatalogException unknown(String kind, String quoted, Stream<String> known) {
        return new CatalogException("there is no " + kind + " \"" + quoted + "; known: "
                + known.sorted().collect(Collectors.joining(", ")));
    }
}
