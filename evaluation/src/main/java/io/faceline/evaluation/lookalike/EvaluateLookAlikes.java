package io.faceline.evaluation.lookalike;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Decision;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LfwErrors;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures what the matcher says of the people who resemble each other most. Deterministic for a seed. */
public final class EvaluateLookAlikes {
    /** More photos of a person cost time, and find few other pairs. */
    private static final int MAX_PHOTOS = 5;

    /** A gallery of ordinary size, which has a higher threshold than one of two people. */
    private static final int MANY = 500;

    private final Map<String, List<Path>> photos;
    private final List<String> shuffled;
    private final int count;

    /**
     * @param photos by person
     * @param count number of pairs
     */
    public EvaluateLookAlikes(Map<String, List<Path>> photos, int count, long seed) {
        if (photos.size() < 2 || count < 1) {
            throw new EvaluationException("look-alikes need two people and at least one pair");
        }
        var random = new Random(seed);
        this.photos = PhotoSampling.of(LfwErrors.without(photos), MAX_PHOTOS, random);
        this.shuffled = new ArrayList<>(this.photos.keySet());
        Collections.shuffle(shuffled, random);
        this.count = count;
    }

    public LookAlikeReport run(EvaluationContext context) {
        var all = photos.values().stream().flatMap(Collection::stream).toList();
        return run(context.embed().asProbes(all), context.model());
    }

    LookAlikeReport run(EmbeddedPhotos embedded, MatchingFacts model) {
        var pairs = NearestPeople.of(photos, embedded, count);
        var one = new ArrayList<AnsweredSearch>();
        var amongMany = new ArrayList<AnsweredSearch>();
        var both = new ArrayList<AnsweredSearch>();
        for (var pair : pairs) {
            for (var ordered : List.of(pair, pair.swapped())) {
                one.addAll(search(onlyOne(ordered, 1), embedded, model));
                amongMany.addAll(search(onlyOne(ordered, MANY), embedded, model));
            }
            both.addAll(search(both(pair), embedded, model));
        }
        return new LookAlikeReport(
                model.modelId(),
                photos.size(),
                pairs,
                count(one),
                Math.min(MANY, photos.size() - 1),
                count(amongMany),
                count(both));
    }

    /** Enrolls the first of the two, and others but the second until there are so many people. */
    private OpenSet onlyOne(LookAlikes pair, int people) {
        var gallery = new TreeMap<String, List<Path>>();
        gallery.put(pair.one(), List.of(pair.photoOfOne()));
        for (var person : shuffled) {
            if (gallery.size() < people && !person.equals(pair.other())) {
                gallery.putIfAbsent(person, photos.get(person).subList(0, 1));
            }
        }
        return new OpenSet(gallery, Map.of(), List.of(pair.photoOfOther()));
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
        var decisions = new Decisions(model);
        return AnsweredSearch.of(
                searches, decisions, decisions.thresholds(set.gallery().size()));
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
