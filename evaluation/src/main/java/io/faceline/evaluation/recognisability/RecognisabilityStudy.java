package io.faceline.evaluation.recognisability;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.sampling.OtherPeople;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Measures what recognisability is worth and writes the page about it. Deterministic for a seed. */
public final class RecognisabilityStudy {
    private static final List<Integer> SIZES = List.of(10, 30, 100, 300, 500, 1000, 1500, 2000);
    private static final int MAX_ACROSS_SPLITS = 4;
    private static final int NANOS_PER_MS = 1_000_000;

    private final MatchingFacts model;
    private final Recognisability recognisability;
    private final int people;
    private final int splits;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * @param people number of people enrolled
     * @param splits number of random choices of whom to enroll
     * @throws EvaluationException when nothing was learned about the model
     */
    public RecognisabilityStudy(MatchingFacts model, int people, int splits, long seed, Consumer<String> progress) {
        this.model = model;
        this.recognisability = Recognisability.of(model)
                .orElseThrow(() -> new EvaluationException("--embedder: nothing was learned about " + model.modelId()
                        + ": run faceline evaluate learn-recognisability and name its file in catalog.json"));
        this.people = people;
        this.splits = splits;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @param samples labelled people: the faces of some parts by level
     * @param others photos of others who appear once
     * @param command for the page
     * @return a Markdown page
     */
    public String run(
            Function<Set<Integer>, Map<String, List<SampledFace>>> samples,
            Map<OtherPeople, List<SampledFace>> others,
            String command) {
        var page = new RecognisabilityPage(model, command);
        var all = levels(samples.apply(PeopleSamples.ALL));
        var measure = measure(all);
        page.write(measure.clean(List.of(people)).get(0), measure.poor(), people, splits);
        page.write(new ArrayList<>(measure.across(Math.min(splits, MAX_ACROSS_SPLITS))), people);
        page.writeOthers(others(others));
        page.writeSizes(measure.clean(sizes(all)));
        page.write(measure.qualityCurve());
        page.writeConfidence(measure.reliability(), people);
        page.writeTested(measure(levels(samples.apply(PeopleSamples.TESTED))).bothSides(), people);
        page.writeTime(millisPerFace(all.clean()));
        return page.toString();
    }

    private LevelSet levels(Map<String, List<SampledFace>> faces) {
        var photos = PhotoSet.of(faces.getOrDefault(PeopleSamples.CLEAN, List.of()), PeopleSamples::person);
        return LevelSet.of(photos, faces, recognisability);
    }

    private MeasureRecognisability measure(LevelSet levels) {
        return new MeasureRecognisability(levels, model.thresholds(), recognisability, people, splits, seed, progress);
    }

    private List<OtherFaces.Result> others(Map<OtherPeople, List<SampledFace>> others) {
        var today = NamingRule.plain(model.thresholds());
        var ours =
                NamingRule.adjusted(recognisability.rule(), model.thresholds().margin());
        var results = new ArrayList<OtherFaces.Result>();
        others.forEach((people, faces) -> {
            var tested = OtherFaces.parts(faces, PeopleSamples.TESTED);
            results.add(OtherFaces.of(people.title(), faces, recognisability).compare(today, ours, splits, seed));
            results.add(OtherFaces.of(people.title() + " of the test alone", tested, recognisability)
                    .compare(today, ours, splits, seed));
        });
        return results;
    }

    /** Galleries that leave strangers. */
    private static List<Integer> sizes(LevelSet levels) {
        var people = levels.photos().byPerson().size();
        return SIZES.stream().filter(size -> size < people).toList();
    }

    private double millisPerFace(LevelFaces faces) {
        var found = faces.faces().stream().flatMap(Optional::stream).toList();
        var start = System.nanoTime();
        var sum = 0.0;
        for (var face : found) {
            sum += recognisability.measure(face.embedding(), face.rawLength()).quality();
        }
        var nanos = System.nanoTime() - start;
        progress.accept("mean quality of clean photos " + sum / found.size());
        return (double) nanos / NANOS_PER_MS / found.size();
    }
}
