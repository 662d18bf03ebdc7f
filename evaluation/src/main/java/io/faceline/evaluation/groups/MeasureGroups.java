package io.faceline.evaluation.groups;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.embedding.EvaluationContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measures the groups of a data set with one photo of each person. */
public final class MeasureGroups {
    /** A third of the smallest group is enrolled in each, so that all galleries of a dimension have one size. */
    private static final int ENROLLED_DIVISOR = 3;

    private static final int MIN_PEOPLE = 6;
    private static final String ALL = "all together";

    private final String dataset;
    private final List<GroupPhoto> photos;
    private final long seed;

    /** @param dataset its name */
    public MeasureGroups(String dataset, List<GroupPhoto> photos, long seed) {
        this.dataset = dataset;
        this.photos = List.copyOf(photos);
        this.seed = seed;
    }

    /** One entry per dimension, each with everybody together as a comparison. */
    public List<DimensionRates> run(EvaluationContext context) {
        var files = photos.stream().map(GroupPhoto::file).toList();
        // Enrollment finds some more faces, those that fill the photo; the same are searched and enrolled here.
        var embedded = context.embed().asProbes(files);
        var fpir = new GroupFpir(embedded, context.model(), seed);
        var rates = new ArrayList<DimensionRates>();
        for (var dimension : dimensions()) {
            rates.add(run(dimension, embedded, fpir));
        }
        return rates;
    }

    private Set<String> dimensions() {
        var dimensions = new TreeSet<String>();
        photos.forEach(photo -> dimensions.addAll(photo.groups().keySet()));
        return dimensions;
    }

    private DimensionRates run(String dimension, EmbeddedPhotos embedded, GroupFpir fpir) {
        var groups = new TreeMap<String, List<Path>>();
        photos.forEach(photo -> groups.computeIfAbsent(photo.groups().get(dimension), name -> new ArrayList<>())
                .add(photo.file()));
        var found = new TreeMap<String, List<Path>>();
        groups.forEach((group, own) -> found.put(group, withFace(own, embedded)));
        var people = enrolledPeople(dimension, found);
        var rates = new ArrayList<GroupRates>();
        groups.forEach((group, own) -> rates.add(rates(group, own, embedded, fpir.of(found.get(group), people))));
        var all = photos.stream().map(GroupPhoto::file).toList();
        var together = rates(ALL, all, embedded, fpir.of(withFace(all, embedded), people));
        return new DimensionRates(dataset, dimension, people, rates, together);
    }

    private int enrolledPeople(String dimension, Map<String, List<Path>> found) {
        var smallest = found.values().stream().mapToInt(List::size).min().orElse(0);
        if (smallest < MIN_PEOPLE) {
            throw new EvaluationException(
                    dataset + ", " + dimension + ": a group has fewer than " + MIN_PEOPLE + " photos with a face");
        }
        return smallest / ENROLLED_DIVISOR;
    }

    private static GroupRates rates(String group, List<Path> photos, EmbeddedPhotos embedded, Rate fpir) {
        var found = (int)
                photos.stream().filter(photo -> embedded.of(photo).isPresent()).count();
        return new GroupRates(group, photos.size(), Rate.ofCount(found, photos.size()), fpir);
    }

    private static List<Path> withFace(List<Path> photos, EmbeddedPhotos embedded) {
        return photos.stream().filter(photo -> embedded.of(photo).isPresent()).toList();
    }
}
