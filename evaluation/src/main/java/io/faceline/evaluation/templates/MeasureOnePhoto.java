package io.faceline.evaluation.templates;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.OnePhotoSplit;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.ScoredTrial;
import io.faceline.evaluation.search.Search;
import io.faceline.evaluation.search.SearchErrors;
import io.faceline.evaluation.templates.TemplateReport.Confidences;
import io.faceline.evaluation.templates.TemplateReport.OnePhoto;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures galleries in which everybody has one photo. */
final class MeasureOnePhoto {
    /** So that people with many photos do not dominate. */
    private static final int MAX_PHOTOS = 3;

    private final MatchingFacts model;
    private final Decisions decisions;
    private final EmbeddedPhotos embedded;
    private final Map<String, List<Path>> photos;
    private final int splits;
    private final long seed;

    /** @param photos with a face, by person */
    MeasureOnePhoto(MatchingFacts model, TemplateFaces faces, Map<String, List<Path>> photos, int splits, long seed) {
        this.model = model;
        this.decisions = new Decisions(model);
        this.embedded = MeasureTemplates.embedded(faces.plain());
        this.photos = PhotoSampling.of(photos, MAX_PHOTOS, new Random(seed));
        this.splits = splits;
        this.seed = seed;
    }

    /** Empty when so many leave no strangers. */
    Optional<OnePhoto> rates(int people) {
        if (people >= photos.size()) {
            return Optional.empty();
        }
        var searches = search(people).stream().flatMap(List::stream).toList();
        var decided = OpenSetRates.of(searches, decisions, decisions.thresholds(people));
        return Optional.of(new OnePhoto(
                people,
                (int) searches.stream().filter(Search::isOfStranger).count(),
                Objects.requireNonNull(decided.fpir()),
                Objects.requireNonNull(decided.fnir()),
                SearchErrors.of(searches).within(Goals.ONE_PHOTO_FPIR).falseNegative()));
    }

    Confidences confidences(int people) {
        var all = new ArrayList<ScoredTrial>();
        var halfStrangers = new ArrayList<ScoredTrial>();
        var random = new Random(seed);
        for (var searches : search(people)) {
            var known = scored(searches, false, people, random);
            var strangers = scored(searches, true, people, random);
            var half = Math.min(known.size(), strangers.size());
            all.addAll(known);
            all.addAll(strangers);
            halfStrangers.addAll(known.subList(0, half));
            halfStrangers.addAll(strangers.subList(0, half));
        }
        return new Confidences(
                people,
                all.size(),
                Reliability.of(all).expectedError(),
                halfStrangers.size(),
                Reliability.of(halfStrangers).expectedError());
    }

    private List<ScoredTrial> scored(List<Search> searches, boolean ofStrangers, int people, Random random) {
        var own = searches.stream()
                .filter(search -> search.isOfStranger() == ofStrangers)
                .toList();
        var trials = new ArrayList<>(AnsweredSearch.of(own, decisions, decisions.thresholds(people)).stream()
                .map(AnsweredSearch::scored)
                .toList());
        Collections.shuffle(trials, random);
        return trials;
    }

    private List<List<Search>> search(int people) {
        return IntStream.range(0, splits)
                .parallel()
                .mapToObj(split -> new RunSearches(embedded, embedded, model)
                        .run(OnePhotoSplit.of(photos, people, new Random(seed + split))))
                .toList();
    }
}
