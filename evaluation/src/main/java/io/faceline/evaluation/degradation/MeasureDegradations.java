package io.faceline.evaluation.degradation;

import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.degradation.DegradationSeries.Level;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.Reliability;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.ScoredTrial;
import io.faceline.evaluation.search.Search;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Searches degraded versions of the photos of an open set; the gallery is not degraded. */
public final class MeasureDegradations {
    private final OpenSet set;
    private final EmbeddedPhotos enrolled;
    private final EmbeddedPhotos undegraded;
    private final Decisions decisions;
    private final Thresholds thresholds;
    private final MatchingFacts model;
    private final EmbedPhotos embed;
    private final ImageDecoder decoder;
    private final long seed;
    private final List<ScoredTrial> trials = new ArrayList<>();

    /** @param undegraded the original photos; those without a face are not searched */
    public MeasureDegradations(
            OpenSet set, EmbeddedPhotos enrolled, EmbeddedPhotos undegraded, EvaluationContext context, long seed) {
        this.set = set.keeping(photo -> undegraded.of(photo).isPresent());
        this.enrolled = enrolled;
        this.undegraded = undegraded;
        this.decisions = new Decisions(context.model());
        this.thresholds = decisions.thresholds(set.gallery().size());
        this.model = context.model();
        this.embed = context.embed();
        this.decoder = context.decoder();
        this.seed = seed;
    }

    public SeriesRates run(DegradationSeries series) {
        var levels = new ArrayList<LevelRates>();
        levels.add(rates("none", AnsweredSearch.of(search(undegraded), decisions, thresholds), search(undegraded)));
        for (var level : series.levels()) {
            levels.add(run(series, level));
        }
        return new SeriesRates(series.name(), series.unit(), levels);
    }

    /** The reliability over all degraded faces searched so far. */
    public Reliability reliability() {
        return Reliability.of(trials);
    }

    private LevelRates run(DegradationSeries series, Level level) {
        var degraded = embed.asProbes(
                set.searched(), photo -> degrade(photo, level), "photos, " + series.name() + " " + level.name());
        var searches = search(degraded);
        var answered = AnsweredSearch.of(searches, decisions, thresholds);
        answered.forEach(search -> trials.add(search.scored()));
        return rates(level.name(), answered, searches);
    }

    private List<Search> search(EmbeddedPhotos searched) {
        return new RunSearches(enrolled, searched, model).run(set);
    }

    private LevelRates rates(String level, List<AnsweredSearch> answered, List<Search> searches) {
        return LevelRates.of(level, searches.size(), answered, OpenSetRates.of(searches, decisions, thresholds));
    }

    /** The chance of each photo is its own, whichever thread comes first. */
    private Blob degrade(Path photo, Level level) throws IOException, ImageException {
        var face = undegraded.of(photo).orElseThrow().face();
        try (var picture = decoder.decode(Blob.wrap(Files.readAllBytes(photo)))) {
            var own = seed ^ photo.getFileName().toString().hashCode();
            return DegradedPhoto.of(picture, face, level.degradation(), own);
        }
    }
}
