package io.faceline.evaluation.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several photos of a person are worth. All rates are 0 to 1.
 *
 * @param embedder model id
 * @param people number of people enrolled, unless stated otherwise
 * @param fpir the false positive identification rate at which the rows tell the false negative one
 * @param poorShare with what probability a photo of a poor row is poor
 * @param onePhoto twice as many people with one photo each; null when that leaves no strangers
 */
public record TemplateReport(
        String embedder,
        int people,
        int splits,
        double fpir,
        double poorShare,
        List<Row> rows,
        @Nullable OnePhoto onePhoto,
        Confidences confidences) {
    public TemplateReport {
        rows = List.copyOf(rows);
    }

    /**
     * Galleries in which everybody who has enough photos has so many.
     *
     * @param photos number of photos of a person
     * @param isPoor whether some of them were made poor
     * @param isMirrored whether the mirrored crop is part of each reference
     * @param having number of people with enough photos; 0 when the data has none, and then there are no rates
     * @param best by the most similar photo
     * @param mean by the plain mean of the photos
     * @param template by the matcher's weighted mean
     */
    public record Row(
            int photos,
            boolean isPoor,
            boolean isMirrored,
            int having,
            @Nullable Rates best,
            @Nullable Rates mean,
            @Nullable Rates template) {}

    /**
     * @param fnir at the threshold with the FPIR of the report, without a margin
     * @param threshold that one
     * @param decidedFpir by the matcher's decision
     * @param decidedFnir by the matcher's decision
     */
    public record Rates(double fnir, double threshold, double decidedFpir, double decidedFnir) {}

    /**
     * @param fpir by the matcher's decision
     * @param fnir by the matcher's decision
     * @param fnirAtGoal at the threshold with an FPIR of {@value Goals#ONE_PHOTO_FPIR}, without a margin
     */
    public record OnePhoto(int people, int strangers, double fpir, double fnir, double fnirAtGoal) {}

    /**
     * Expected calibration errors of the confidences, one photo a person.
     *
     * @param searches number of faces searched
     * @param error over all of them
     * @param halfStrangers number of faces of which half are strangers', as in the fit of the confidence
     * @param errorOfHalfStrangers over those
     */
    public record Confidences(int people, int searches, double error, int halfStrangers, double errorOfHalfStrangers) {}
}
