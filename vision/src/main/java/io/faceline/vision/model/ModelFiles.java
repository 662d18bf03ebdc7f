package io.faceline.vision.model;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.catalog.ModelFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Locates and verifies the files of the catalog's models. Thread-safe. */
public final class ModelFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);

    private final List<Path> folders;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    private ModelFiles(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * @param npmFolder see {@link DefaultModels#folder}
     * @param extraFolders searched after the default pack, in order
     */
    public static ModelFiles of(ModelCatalog catalog, Path npmFolder, List<Path> extraFolders) {
        var pack = npmFolder.resolve(catalog.defaults().folder());
        return new ModelFiles(
                Stream.concat(Stream.of(pack), extraFolders.stream()).toList());
    }

    /** The file in the first folder that contains it. */
    public Optional<Path> find(ModelFacts model) {
        return folders.stream()
                .map(folder -> folder.resolve(model.file()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Verifies the hash of the whole file, for {@code faceline models verify}. */
    public FileState state(ModelFacts model) {
        var file = find(model);
        if (file.isEmpty()) {
            return FileState.MISSING;
        }
        if (model.sha256().isEmpty()) {
            return FileState.UNVERIFIED;
        }
        return model.sha256().get().equals(Sha256.hex(read(file.get()))) ? FileState.GOOD : FileState.DAMAGED;
    }

    /**
     * Reads and verifies a file. Logs once if the licence forbids commercial use or the catalog has no hash.
     *
     * @throws ModelException when the file is missing or damaged
     */
    public byte[] read(ModelFacts model) {
        var file = find(model).orElseThrow(() -> missing(model));
        var content = read(file);
        check(model, file, Sha256.hex(content));
        if (logged.add(model.name())) {
            logLicence(model);
        }
        return content;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException("the model file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void check(ModelFacts model, Path file, String actual) {
        var expected = model.sha256();
        if (expected.isEmpty()) {
            if (logged.add(file.toString())) {
                LOG.warn(
                        "event=model_unverified model={} file={} sha256={} reason=\"the catalog has no hash of this file\"",
                        model.name(),
                        file,
                        actual);
            }
        } else if (!expected.get().equals(actual)) {
            throw new ModelException("the model file " + file + " is damaged or a different version: expected sha256 "
                    + expected.get() + ", was " + actual + ". Delete it and run: ./faceline models fetch");
        }
    }

    private ModelException missing(ModelFacts model) {
        var searched = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new ModelException("the model " + model.name() + " requires the file " + model.file()
                + ", which was not found in: " + searched
                + ". For the default models run: ./faceline models fetch. Download others from their origin ("
                + model.licence().origin() + ") into a folder given by --models or FACELINE_MODELS");
    }

    private static void logLicence(ModelFacts model) {
        if (!model.licence().commercialUse()) {
            LOG.warn(
                    "event=model_licence model={} licence=\"{}\" commercial_use=no",
                    model.name(),
                    model.licence().name());
        }
    }
}
