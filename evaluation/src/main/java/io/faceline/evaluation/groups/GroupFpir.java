package io.faceline.evaluation.groups;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.OpenSetRates;
import io.faceline.evaluation.search.RunSearches;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
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
    private static final int SPLITS = 100;
    private static final int RESAMPLINGS = 200;
    private static final int SPLITS_OF_A_RESAMPLING = 3;
    private static final double TAIL = 0.025;

    private final EmbeddedPhotos enrolled;
    private final EmbeddedPhotos searched;
    private final MatchingFacts model;
    private final Decisions decisions;
    private final long seed;

    GroupFpir(EmbeddedPhotos enrolled, EmbeddedPhotos searched, MatchingFacts model, long seed) {
        this.enrolled = enrolled;
        this.searched = searched;
        this.model = model;
        this.decisions = new Decisions(model);
        this.seed = seed;
    }

    /**
     * The mean over random splits of the people into enrolled ones and strangers. Its interval is that of a bootstrap over
     * people, since the splits share them; and at least Wilson's with one trial a person, since no resampling can show
     * what no person of the sample showed.
     *
     * @param photos one of each person, with a face
     * @param people number of people to enroll
     */
    Rate of(List<Path> photos, int people) {
        var random = new Random(seed);
        var value = meanFpir(photos, people, SPLITS, random);
        var rate = Rate.ofCount(value * photos.size(), photos.size());
        if (value == 0) {
            return rate;
        }
        var resampled = IntStream.range(0, RESAMPLINGS)
                .mapToDouble(i -> meanFpir(resample(photos, random), people, SPLITS_OF_A_RESAMPLING, random))
                .sorted()
                .toArray();
        return rate.widenedTo(quantile(resampled, TAIL), quantile(resampled, 1 - TAIL));
    }

    private static List<Path> resample(List<Path> photos, Random random) {
        return photos.stream()
                .map(photo -> photos.get(random.nextInt(photos.size())))
                .toList();
    }

    private double meanFpir(List<Path> photos, int people, int splits, Random random) {
        return IntStream.range(0, splits)
                .mapToDouble(i -> fpir(photos, people, random))
                .average()
                .orElseThrow();
    }

    /** @param photos a resampled person counts as often as it was drawn, and is enrolled or a stranger, never both */
    private double fpir(List<Path> photos, int people, Random random) {
        var distinct = new ArrayList<>(new LinkedHashSet<>(photos));
        Collections.shuffle(distinct, random);
        var gallery = distinct.subList(0, Math.min(people, distinct.size() - 1)).stream()
                .collect(Collectors.toMap(Path::toString, List::of));
        var strangers = photos.stream()
                .filter(photo -> !gallery.containsKey(photo.toString()))
                .toList();
        var set = new OpenSet(gallery, Map.of(), strangers);
        var searches = new RunSearches(enrolled, searched, model.modelId()).run(set);
        var fpir = OpenSetRates.of(searches, decisions, model.thresholds()).fpir();
        return fpir == null ? 0 : fpir;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
