package io.faceline.contracts.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that is known of one model.
 *
 * @param name what users type and records carry
 * @param file its name in a folder of models
 * @param sha256 64 hexadecimal digits; empty only for a file we never saw
 * @param outputs names in the ONNX file by what they are, one a stride where there are several
 * @param landmarkPoints for models that tell points: which of them are the five landmarks
 * @param landmarkModel for a detector without points: the model that finds them
 * @param classes what each logit stands for, in order; empty where nobody says
 */
public record ModelFacts(
        String name,
        ModelRole role,
        ModelFamily family,
        String file,
        Optional<String> sha256,
        Licence licence,
        InputFacts input,
        Map<String, List<String>> outputs,
        Optional<DetectionFacts> detection,
        Optional<LandmarkPoints> landmarkPoints,
        Optional<String> landmarkModel,
        Optional<EmbeddingFacts> embedding,
        List<String> classes,
        Optional<String> notes) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int HASH_DIGITS = 8;
    private static final String UNVERIFIED = "unverified";

    public ModelFacts {
        Facts.require(NAME.matcher(name).matches(), "name must be letters, digits or ._-, was \"" + name + "\"");
        Facts.require(NAME.matcher(file).matches(), "file must be a plain file name, was \"" + file + "\"");
        Facts.require(
                sha256.isEmpty() || SHA256.matcher(sha256.get()).matches(),
                "sha256 must be 64 lower-case hexadecimal digits, was \"" + sha256.orElse("") + "\"");
        Facts.require(!outputs.isEmpty(), "outputs must name at least one");
        Facts.require(
                (role == ModelRole.DETECTOR) == detection.isPresent(),
                "detection belongs to a detector, and only there");
        Facts.require(
                (role == ModelRole.EMBEDDER) == embedding.isPresent(),
                "embedding belongs to an embedder, and only there");
        Facts.require(
                role != ModelRole.LANDMARKS || landmarkPoints.isPresent(),
                "landmarkPoints must say which points are meant");
        Facts.require(
                role != ModelRole.DETECTOR || landmarkPoints.isPresent() != landmarkModel.isPresent(),
                "landmarkPoints or landmarkModel must say where a detector's landmarks come from");
        outputs = Map.copyOf(outputs);
        classes = List.copyOf(classes);
    }

    /** Name and first eight digits of the hash, as in {@code fr_feature@87aacdfe}: a changed file is another model. */
    public String id() {
        return name + "@" + sha256.map(hash -> hash.substring(0, HASH_DIGITS)).orElse(UNVERIFIED);
    }

    /** The same network fed with pictures of another size. */
    public ModelFacts withInput(InputFacts other) {
        return new ModelFacts(
                name,
                role,
                family,
                file,
                sha256,
                licence,
                other,
                outputs,
                detection,
                landmarkPoints,
                landmarkModel,
                embedding,
                classes,
                notes);
    }

    /** The output names of this kind, in the order of the strides. */
    public List<String> outputs(String kind) {
        var names = outputs.get(kind);
        if (names == null) {
            throw new CatalogException("model \"" + name + "\", field outputs: " + kind + " is missing");
        }
        return names;
    }

    /** The only output of this kind. */
    public String output(String kind) {
        return outputs(kind).get(0);
    }
}
