package io.faceline.evaluation.templates;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LfwErrors;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.templates.TemplateReport.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Measures what several photos of a person are worth, compared by the most similar one, by their mean and by the matcher's
 * template, with and without the mirrored crop. Deterministic for a seed.
 */
public final class EvaluateTemplates {
    /** Photos that are enrolled at most, and one to be searched. */
    public static final int SEVERAL = 4;

    /** So that people with many photos do not dominate; the most that are enrolled, and some to be searched. */
    private static final int MAX_PHOTOS = 8;

    private static final List<Kind> KINDS = List.of(
            new Kind(1, 3, false),
            new Kind(2, 3, false),
            new Kind(3, 3, false),
            new Kind(2, 3, true),
            new Kind(3, 3, true),
            new Kind(1, 5, false),
            new Kind(5, 5, false));

    private final MatchingFacts model;
    private final int people;
    private final int splits;
    private final long seed;
    private final Map<String, List<Path>> photos;
    private final Consumer<String> progress;

    /**
     * @param photos enrolled of each person with enough
     * @param held photos that are not searched; people with more have enough
     */
    record Kind(int photos, int held, boolean isPoor) {}

    /**
     * @param photos by person
     * @param people number of people to enroll
     * @param splits number of random choices of whom to enroll
     * @throws EvaluationException when no strangers are left, or there is no split
     */
    public EvaluateTemplates(
            MatchingFacts model,
            Map<String, List<Path>> photos,
            int people,
            int splits,
            long seed,
            Consumer<String> progress) {
        this.photos = PhotoSampling.of(LfwErrors.without(photos), MAX_PHOTOS, new Random(seed));
        if (people < 1 || people >= this.photos.size()) {
            throw new EvaluationException("--gallery-size: " + people + " of " + this.photos.size()
                    + " people leave no strangers: enroll fewer");
        }
        if (splits < 1) {
            throw new EvaluationException("--splits must be at least 1, was " + splits);
        }
        this.model = model;
        this.people = people;
        this.splits = splits;
        this.seed = seed;
        this.progress = progress;
    }

    /** The photos to embed, by person. */
    public Map<String, List<Path>> photos() {
        return photos;
    }

    public TemplateReport run(TemplateFaces faces) {
        var found = faces.found(photos);
        var measure = new MeasureTemplates(model, faces, found, people, splits, seed);
        var rows = new ArrayList<Row>();
        for (var kind : KINDS) {
            rows.add(measure.row(kind, false));
            rows.add(measure.row(kind, true));
            progress.accept("searched " + kind.photos() + (kind.isPoor() ? " photos, some of them poor" : " photos"));
        }
        var single = new MeasureOnePhoto(model, faces, found, splits, seed);
        return new TemplateReport(
                model.modelId(),
                people,
                splits,
                Goals.FPIR,
                TemplateSplit.POOR_SHARE,
                rows,
                single.rates(2 * people).orElse(null),
                single.confidences(people));
    }
}
