package io.faceline.evaluation.calibration;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.identity.PersonId;
import io.faceline.evaluation.dataset.OnePhotoSplit;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.dataset.PersonIds;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import io.faceline.evaluation.search.SearchErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Searches in random galleries of given sizes, one photo a person. Deterministic for a seed. */
final class SearchBySize {
    static final int SPLITS = 20;

    private final Map<String, List<Path>> photos;
    private final RunSearches run;
    private final long seed;
    private final PersonIds ids = new PersonIds();
    private final Map<PersonId, Integer> numbers = new HashMap<>();
    private final Map<Path, Integer> people = new HashMap<>();

    SearchBySize(Map<String, List<Path>> photos, EmbeddedPhotos embedded, MatchingFacts model, long seed) {
        this.photos = photos;
        this.run = new RunSearches(embedded, embedded, model);
        this.seed = seed;
        new TreeMap<>(photos).forEach((person, own) -> {
            var number = numbers.size();
            numbers.put(ids.of(person), number);
            own.forEach(photo -> people.put(photo, number));
        });
    }

    SizeTrials of(int size) {
        var random = new Random(seed);
        var strangers = new ArrayList<StrangerTrial>();
        var all = new ArrayList<Search>();
        for (var split = 0; split < SPLITS; split++) {
            var set = OnePhotoSplit.of(photos, size, random);
            var searches = run.run(set, ids);
            add(set, searches, strangers);
            all.addAll(searches);
        }
        var searched = all.stream()
                .filter(search -> search.isOfStranger() && search.found().isPresent())
                .count();
        return new SizeTrials(size, strangers, (int) searched, SearchErrors.of(all));
    }

    private void add(OpenSet set, List<Search> searches, List<StrangerTrial> trials) {
        var next = searches.stream().filter(Search::isOfStranger).iterator();
        for (var photo : set.strangers()) {
            next.next().found().ifPresent(found -> found.adjusted()
                    .ifPresent(similarity -> trials.add(new StrangerTrial(
                            number(people, photo),
                            number(numbers, found.best().orElseThrow().person()),
                            similarity))));
        }
    }

    private static <K> int number(Map<K, Integer> numbers, K key) {
        var number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("not numbered: " + key);
        }
        return number;
    }
}
