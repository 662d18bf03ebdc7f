package io.faceline.matcher.recognisability;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.faceline.contracts.Blob;
import io.faceline.contracts.Checks;
import io.faceline.contracts.catalog.Calibration;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.util.List;

/**
 * What was learned about poor faces of one embedding model: the content of a {@code .recognisability.json}. Valid for
 * no other model.
 *
 * @param model model id
 * @param learnedFrom photos that it was learned from, with their licence, and the command
 * @param assumedLength raw length of a face whose length was not recorded
 * @param classMeans mean of each class of poor faces
 * @param clusters centres of the clusters of all poor faces
 * @param crowd by what a similarity falls for each unit of crowd beyond the start
 * @param crowdStart mean similarity of the second to sixth person from which on a gallery is crowded around a probe
 * @param match threshold of the adjusted similarity
 * @param calibration of the adjusted similarity in a gallery of {@code calibration.gallerySize} people
 * @param found what a search finds of photos of each quality among 500 people with clear references
 */
public record RecognisabilityFacts(
        String model,
        String learnedFrom,
        double assumedLength,
        List<Embedding> classMeans,
        List<Embedding> clusters,
        MeasureFacts quality,
        MeasureFacts turned,
        MeasureFacts covered,
        MeasureFacts eyes,
        MeasureFacts coarse,
        double crowd,
        GalleryFunction crowdStart,
        GalleryFunction match,
        Calibration calibration,
        Limits limits,
        FoundShare found) {
    public RecognisabilityFacts {
        classMeans = List.copyOf(classMeans);
        clusters = List.copyOf(clusters);
        Checks.require(!classMeans.isEmpty() && !clusters.isEmpty(), "class means and clusters are required");
        Checks.require(assumedLength > 0, "assumedLength must be above 0, was " + assumedLength);
        Checks.require(found != null, "found is required");
        Checks.require(crowd >= 0, "crowd must not be negative, was " + crowd);
        checkDimensions(classMeans, clusters, List.of(quality, turned, covered, eyes, coarse));
    }

    private static void checkDimensions(List<Embedding> means, List<Embedding> clusters, List<MeasureFacts> measures) {
        var dimension = means.get(0).dimension();
        var isSame = means.stream().allMatch(mean -> mean.dimension() == dimension)
                && clusters.stream().allMatch(cluster -> cluster.dimension() == dimension)
                && measures.stream().allMatch(measure -> measure.weights().size() == dimension * Float.BYTES);
        Checks.require(isSame, "class means, clusters and weights must all have " + dimension + " dimensions");
    }

    public int dimension() {
        return classMeans.get(0).dimension();
    }

    /** @throws IllegalArgumentException when the file is damaged or incomplete */
    public static RecognisabilityFacts read(Blob file) {
        try {
            return Mappers.JSON.readValue(file.inputStream(), RecognisabilityFacts.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the recognisability file cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** The content of the file, one value a line. */
    public Blob write() {
        try {
            var printer = new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            return Blob.wrap(Mappers.JSON.writer(printer).writeValueAsBytes(this));
        } catch (JacksonException e) {
            throw new IllegalStateException("records can be written", e);
        }
    }
}
