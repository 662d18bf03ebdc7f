package io.faceline.evaluation.groups;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.dataset.SeededSplit;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Measures missed and false names by gender on photos with names, such as LFW. Deterministic for a seed. */
public final class MeasureNamedGroups {
    private static final int SPLITS = 20;

    /** So that people with many photos do not dominate. */
    private static final int MAX_PHOTOS = 5;

    private final Map<String, List<Path>> photos;
    private final int people;
    private final long seed;
    private final NameGenders genders = NameGenders.load();
    private final Map<String, Tally> missed = new TreeMap<>();
    private final Map<String, Tally> named = new TreeMap<>();

    /**
     * @param photos by person
     * @param people number of people to enroll, with one photo each
     * @throws io.faceline.evaluation.dataset.EvaluationException when there are too few people
     */
    public MeasureNamedGroups(Map<String, List<Path>> photos, int people, long seed) {
        SeededSplit.require("--gallery-size", photos, people);
        this.photos = PhotoSampling.of(photos, MAX_PHOTOS, new Random(seed));
        this.people = people;
        this.seed = seed;
    }

    public NamedGroups run(EvaluationContext context) {
        var all = photos.values().stream().flatMap(Collection::stream).toList();
        var embedded = context.embed().asProbes(all);
        for (var split = 0; split < SPLITS; split++) {
            count(SeededSplit.of(photos, people, seed + split), embedded, context.model());
        }
        return new NamedGroups(
                photos.size(),
                (int) photos.keySet().stream()
                        .filter(person -> genders.of(person).isPresent())
                        .count(),
                people,
                SPLITS,
                missed.keySet().stream().map(this::rates).toList());
    }

    private NamedGroupRates rates(String gender) {
        var own = missed.get(gender);
        var strangers = named.getOrDefault(gender, new Tally());
        return new NamedGroupRates(gender, own.people(), own.rate(seed), strangers.people(), strangers.rate(seed));
    }

    private void count(OpenSet set, EmbeddedPhotos embedded, MatchingFacts model) {
        var searches = new RunSearches(embedded, embedded, model).run(set);
        var decisions = new Decisions(model);
        var thresholds = decisions.thresholds(set.gallery().size());
        var next = searches.iterator();
        for (var person : new TreeMap<>(set.probes()).entrySet()) {
            for (var i = 0; i < person.getValue().size(); i++) {
                var rates = OpenSetRates.of(List.of(known(next.next())), decisions, thresholds);
                count(missed, person.getKey(), rates.fnir());
            }
        }
        for (var photo : set.strangers()) {
            var rates = OpenSetRates.of(List.of(stranger(next.next())), decisions, thresholds);
            if (rates.fpir() != null) {
                count(named, personOf(photo), rates.fpir());
            }
        }
    }

    private static String personOf(Path photo) {
        return photo.getParent().getFileName().toString();
    }

    private void count(Map<String, Tally> tallies, String person, double error) {
        genders.of(person).ifPresent(gender -> tallies.computeIfAbsent(gender, name -> new Tally())
                .add(person, error > 0));
    }

    /** The searches come in the order of the set: probes by person, then strangers. */
    private static Search known(Search search) {
        return requireStranger(search, false);
    }

    private static Search stranger(Search search) {
        return requireStranger(search, true);
    }

    private static Search requireStranger(Search search, boolean isStranger) {
        if (search.isOfStranger() != isStranger) {
            throw new IllegalStateException("searches are in another order than the photos");
        }
        return search;
    }
}
