package io.faceline.evaluation.templates;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.Comparison;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import io.faceline.evaluation.search.SearchErrors;
import io.faceline.evaluation.templates.EvaluateTemplates.Kind;
import io.faceline.evaluation.templates.TemplateReport.Rates;
import io.faceline.evaluation.templates.TemplateReport.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Measures galleries in which some people have several photos. */
final class MeasureTemplates {
    private final MatchingFacts model;
    private final Decisions decisions;
    private final TemplateFaces faces;
    private final EmbeddedPhotos searched;
    private final Map<String, List<Path>> photos;
    private final int people;
    private final int splits;
    private final long seed;

    /** @param photos with a face, by person */
    MeasureTemplates(
            MatchingFacts model,
            TemplateFaces faces,
            Map<String, List<Path>> photos,
            int people,
            int splits,
            long seed) {
        this.model = model;
        this.decisions = new Decisions(model);
        this.faces = faces;
        this.searched = embedded(faces.plain());
        this.photos = photos;
        this.people = people;
        this.splits = splits;
        this.seed = seed;
    }

    Row row(Kind kind, boolean isMirrored) {
        var draws = IntStream.range(0, splits)
                .mapToObj(split -> TemplateSplit.of(photos, people, kind.held(), new Random(seed + split)))
                .toList();
        var having = draws.get(0).several().size();
        var template = having == 0 ? null : rates(draws, kind, isMirrored, Comparison.TEMPLATE);
        var isAlone = having == 0 || kind.photos() == 1;
        return new Row(
                kind.photos(),
                kind.isPoor(),
                isMirrored,
                having,
                isAlone ? template : rates(draws, kind, isMirrored, Comparison.BEST),
                isAlone ? template : rates(draws, kind, isMirrored, Comparison.MEAN),
                template);
    }

    private Rates rates(List<TemplateSplit> draws, Kind kind, boolean isMirrored, Comparison comparison) {
        var searches = draws.parallelStream()
                .flatMap(split -> search(split, kind, isMirrored, comparison).stream())
                .toList();
        var at = SearchErrors.of(searches).within(Goals.FPIR);
        var decided = OpenSetRates.of(searches, decisions, decisions.thresholds(people));
        return new Rates(
                at.falseNegative(),
                at.threshold(),
                Objects.requireNonNull(decided.fpir()),
                Objects.requireNonNull(decided.fnir()));
    }

    private List<Search> search(TemplateSplit split, Kind kind, boolean isMirrored, Comparison comparison) {
        var set = split.set(kind.photos());
        var enrolled = new HashMap<Path, EmbeddedPhoto>();
        for (var photo : set.enrolled()) {
            faces.enrolled(photo, kind.isPoor() && split.poor().contains(photo), isMirrored)
                    .ifPresent(face -> enrolled.put(photo, face));
        }
        return new RunSearches(embedded(enrolled), searched, model, comparison).run(set);
    }

    static EmbeddedPhotos embedded(Map<Path, EmbeddedPhoto> faces) {
        var byPath = new HashMap<Path, Optional<EmbeddedPhoto>>();
        faces.forEach((photo, face) -> byPath.put(photo, Optional.of(face)));
        return new EmbeddedPhotos(byPath, 0);
    }
}
