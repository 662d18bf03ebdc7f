package io.faceline.contracts.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.faceline.contracts.Blob;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads one catalog file. Unknown fields are rejected: a misspelt field would silently be ignored. */
final class CatalogReader {
    private static final JsonMapper JSON = ((JsonMapper) Mappers.JSON)
            .rebuild()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String source;
    private final JsonNode root;
    private final Folder folder;

    /** Where the catalog lies. */
    @FunctionalInterface
    interface Folder {
        /** @throws IOException when there is no such file or it cannot be read */
        InputStream open(String file) throws IOException;
    }

    private CatalogReader(String source, JsonNode root, Folder folder) {
        this.source = source;
        this.root = root;
        this.folder = folder;
    }

    /** @param source the file's name in error messages */
    static CatalogReader open(String source, Folder folder) throws IOException {
        try (var in = folder.open(ModelCatalog.FILE)) {
            return new CatalogReader(source, JSON.readTree(in), folder);
        } catch (JsonProcessingException e) {
            throw new CatalogException(source + " is not valid JSON: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr());
        }
    }

    CatalogDefaults defaults() {
        return read(root.path("defaults"), CatalogDefaults.class, "defaults");
    }

    /** By name, in the order of the file. */
    Map<String, ModelFacts> models() {
        var entries = root.path("models");
        if (!entries.isArray()) {
            throw new CatalogException(source + ", field models: must be a list");
        }
        var models = new LinkedHashMap<String, ModelFacts>();
        for (var i = 0; i < entries.size(); i++) {
            var model = model(entries.get(i), i);
            if (models.put(model.name(), model) != null) {
                throw new CatalogException(source + ", model \"" + model.name() + "\", field name: is used twice");
            }
        }
        return models;
    }

    /** The file that tells poor faces of a model, for the models that name one. */
    Map<String, CatalogFile> recognisability() {
        var files = new LinkedHashMap<String, CatalogFile>();
        for (var model : models().values()) {
            model.embedding()
                    .map(EmbeddingFacts::recognisability)
                    .ifPresent(file -> files.put(model.name(), file(model.name(), file)));
        }
        return files;
    }

    private CatalogFile file(String model, String name) {
        try (var in = folder.open(name)) {
            return new CatalogFile(name, Blob.wrap(in.readAllBytes()));
        } catch (IOException e) {
            throw new CatalogException(
                    source + ", model \"" + model + "\", field embedding.recognisability: " + name
                            + " beside the catalog cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private ModelFacts model(JsonNode entry, int index) {
        var what = entry.hasNonNull("name") ? "model \"" + entry.get("name").asText() + "\"" : "model number " + index;
        var json = read(entry, CatalogEntry.class, what);
        try {
            return json.toFacts();
        } catch (IllegalArgumentException e) {
            throw new CatalogException(source + ", " + what + ", field " + e.getMessage(), e);
        }
    }

    private <T> T read(JsonNode node, Class<T> type, String what) {
        try {
            var value = JSON.treeToValue(node, type);
            if (value == null) {
                throw new CatalogException(source + ", " + what + " is missing");
            }
            return value;
        } catch (JsonMappingException e) {
            throw new CatalogException(source + ", " + what + ", field " + problem(e), e);
        } catch (JsonProcessingException e) {
            throw new CatalogException(source + ", " + what + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String problem(JsonMappingException e) {
        // The messages of our own records already begin with the field.
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException ours) {
            var message = String.valueOf(ours.getMessage());
            return message.startsWith(path(e)) ? message : path(e) + ": " + message;
        }
        return path(e) + ": " + e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
