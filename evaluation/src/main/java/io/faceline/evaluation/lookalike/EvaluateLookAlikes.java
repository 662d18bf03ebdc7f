package io.faceline.evaluation.lookalike;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Decision;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.evaluation.lookalike.LookAlikeReport.Answers;
import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.RunSearches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Measures what the matcher says of the people who resemble each other most. Deterministic for a seed. */
public final class EvaluateLookAlikes {
    /** More photos of a person cost time, and find few other pairs. */
    private static final int MAX_PHOTOS = 5;

    private final Map<String, List<Path>> photos;
    private final int count;

    /**
     * @param photos by person
     * @param count number of pairs
     */
    public EvaluateLookAlikes(Map<String, List<Path>> photos, int count, long seed) {
        if (photos.size() < 2 || count < 1) {
            throw new EvaluationException("look-alikes need two people and at least one pair");
        }
        this.photos = PhotoSampling.of(photos, MAX_PHOTOS, new Random(seed));
        this.count = count;
    }

    public LookAlikeReport run(EvaluationContext context) {
        var all = photos.values().stream().flatMap(Collection::stream).toList();
        var embedded = context.embed().asProbes(all);
        var pairs = NearestPeople.of(photos, embedded, count);
        var one = new ArrayList<AnsweredSearch>();
        var both = new ArrayList<AnsweredSearch>();
        for (var pair : pairs) {
            one.addAll(search(onlyOne(pair.one(), pair.photoOfOne(), pair.photoOfOther()), embedded, context.model()));
            one.addAll(
                    search(onlyOne(pair.other(), pair.photoOfOther(), pair.photoOfOne()), embedded, context.model()));
            both.addAll(search(both(pair), embedded, context.model()));
        }
        return new LookAlikeReport(context.model().modelId(), photos.size(), pairs, count(one), count(both));
    }

    private static OpenSet onlyOne(String person, Path enrolled, Path stranger) {
        return new OpenSet(Map.of(person, List.of(enrolled)), Map.of(), List.of(stranger));
    }

    private OpenSet both(LookAlikes pair) {
        return new OpenSet(
                Map.of(pair.one(), List.of(pair.photoOfOne()), pair.other(), List.of(pair.photoOfOther())),
                Map.of(
                        pair.one(), others(pair.one(), pair.photoOfOne()),
                        pair.other(), others(pair.other(), pair.photoOfOther())),
                List.of());
    }

    private List<Path> others(String person, Path enrolled) {
        return photos.get(person).stream()
                .filter(photo -> !photo.equals(enrolled))
                .toList();
    }

    private static List<AnsweredSearch> search(OpenSet set, EmbeddedPhotos embedded, MatchingFacts model) {
        var searches = new RunSearches(embedded, embedded, model).run(set);
        return AnsweredSearch.of(searches, new Decisions(model), model.thresholds());
    }

    private static Answers count(List<AnsweredSearch> answered) {
        var right = named(answered).filter(AnsweredSearch::isRight).count();
        return new Answers(
                (int) right,
                (int) (named(answered).count() - right),
                count(answered, Decision.UNCERTAIN),
                count(answered, Decision.UNKNOWN));
    }

    private static Stream<AnsweredSearch> named(List<AnsweredSearch> answered) {
        return answered.stream().filter(AnsweredSearch::isMatch);
    }

    private static int count(List<AnsweredSearch> answered, Decision decision) {
        return (int) answered.stream()
                .filter(search -> search.answer().decision() == decision)
                .count();
    }
}
