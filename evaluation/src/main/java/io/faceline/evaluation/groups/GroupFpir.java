package io.faceline.evaluation.groups;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how often a face of a group is named with others of the same group enrolled. The matcher decides, with its own
 * index. Deterministic for a seed.
 */
final class GroupFpir {
    private static final int SPLITS = 60;

    private final EmbeddedPhotos embedded;
    private final MatchingFacts model;
    private final Decisions decisions;
    private final long seed;

    GroupFpir(EmbeddedPhotos embedded, MatchingFacts model, long seed) {
        this.embedded = embedded;
        this.model = model;
        this.decisions = new Decisions(model);
        this.seed = seed;
    }

    /**
     * The mean over random splits of the people into enrolled ones and strangers. Its interval is that of a bootstrap over
     * people in both roles, since the splits share them; and at least Wilson's with one trial a person, since no
     * resampling can show what no person of the sample showed.
     *
     * @param photos one of each person, with a face
     * @param people number of people to enroll
     */
    Rate of(List<Path> photos, int people) {
        var random = new Random(seed);
        var names = new FalseNames(photos.size());
        for (var split = 0; split < SPLITS; split++) {
            split(photos, people, random, names);
        }
        return names.rate(random);
    }

    private void split(List<Path> photos, int people, Random random, FalseNames names) {
        var shuffled = new ArrayList<>(IntStream.range(0, photos.size()).boxed().toList());
        Collections.shuffle(shuffled, random);
        var gallery = shuffled.subList(0, Math.min(people, shuffled.size() - 1));
        var strangers = shuffled.subList(gallery.size(), shuffled.size());
        var searches = new RunSearches(embedded, embedded, model).run(set(photos, gallery, strangers));
        var thresholds = decisions.thresholds(gallery.size());
        for (var i = 0; i < searches.size(); i++) {
            names.addTrial(strangers.get(i));
            if (isNamed(searches.get(i), thresholds)) {
                names.addName(strangers.get(i), nearest(strangers.get(i), gallery, photos));
            }
        }
    }

    private static OpenSet set(List<Path> photos, List<Integer> gallery, List<Integer> strangers) {
        return new OpenSet(
                gallery.stream().map(photos::get).collect(Collectors.toMap(Path::toString, List::of)),
                Map.of(),
                strangers.stream().map(photos::get).toList());
    }

    private boolean isNamed(Search search, Thresholds thresholds) {
        return OpenSetRates.of(List.of(search), decisions, thresholds).strangersNamed() > 0;
    }

    private int nearest(int stranger, List<Integer> gallery, List<Path> photos) {
        var face = embedding(photos.get(stranger));
        return gallery.stream()
                .max(Comparator.comparingDouble(reference -> face.similarity(embedding(photos.get(reference)))))
                .orElseThrow();
    }

    private Embedding embedding(Path photo) {
        return embedded.of(photo).map(EmbeddedPhoto::embedding).orElseThrow();
    }
}
