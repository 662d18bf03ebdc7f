package io.faceline.contracts.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything known about one model.
 *
 * @param name as users type it and records carry it
 * @param file file name in a model folder
 * @param sha256 64 hexadecimal digits; empty only for a file that is not verified
 * @param outputs output names in the ONNX file by kind, one per stride where there are several
 * @param landmarkPoints for models that output points: which of them make the five landmarks
 * @param landmarkModel for a detector without points: the model that finds the landmarks
 * @param classes the class of each logit, in order; empty if unknown
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
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int HASH_DIGITS = 8;
    private static final String UNVERIFIED = "unverified";

    public ModelFacts {
        Facts.require(NAME.matcher(name).matches(), "name must be letters, digits or ._-, was \"" + name + "\"");
        Facts.require(NAME.matcher(file).matches(), "file must be a plain file name, was \"" + file + "\"");
        Facts.require(
                sha256.isEmpty() || SHA256.matcher(sha256.get()).matches(),
                "sha256 must be 64 lower-case hexadecimal digits, was \"" + sha256.orElse("") + "\"");
        Facts.require(!outputs.isEmpty(), "outputs must list at least one output");
        Facts.require(
                (role == ModelRole.DETECTOR) == detection.isPresent(),
                "detection is required for a detector and not allowed otherwise");
        Facts.require(
                (role == ModelRole.EMBEDDER) == embedding.isPresent(),
                "embedding is required for an embedder and not allowed otherwise");
        Facts.require(
                role != ModelRole.LANDMARKS || landmarkPoints.isPresent(),
                "landmarkPoints is required for a landmark model");
        Facts.require(
                role != ModelRole.DETECTOR || landmarkPoints.isPresent() != landmarkModel.isPresent(),
                "landmarkPoints or landmarkModel is required for a detector, and only one of them");
        outputs = Map.copyOf(outputs);
        classes = List.copyOf(classes);
    }

    /**
     * Name and first eight digits of the hash, such as {@code fr_feature@87aacdfe}: a changed file is a different
     * model.
     */
    public String id() {
        return name + "@" + sha256.map(hash -> hash.substring(0, HASH_DIGITS)).orElse(UNVERIFIED);
    }

    /** Names of the other models that a detector needs. */
    public Stream<String> helpers() {
        var secondLook = detection.map(DetectionFacts::secondLook).stream()
                .flatMap(facts -> Stream.of(facts.eyeModel(), facts.faceModel()));
        return Stream.concat(landmarkModel.stream(), secondLook);
    }

    /** The same network with a different input size. */
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
