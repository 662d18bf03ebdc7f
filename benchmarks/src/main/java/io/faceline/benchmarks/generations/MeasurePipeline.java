package io.faceline.benchmarks.generations;

import io.faceline.benchmarks.generations.ClosedSetResult.Cost;
import io.faceline.benchmarks.generations.ClosedSetResult.Decided;
import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Candidate;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.embedding.EmbedPhotos;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import io.faceline.evaluation.search.AnsweredSearch;
import io.faceline.evaluation.search.Decisions;
import io.faceline.evaluation.search.RunSearches;
import io.faceline.evaluation.search.Search;
import io.faceline.vision.Vision;
import io.faceline.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Enrolls people as the matcher does and measures how other photos are named, with the matcher's index and decisions. Not
 * thread-safe.
 */
public final class MeasurePipeline {
    private static final double NANOS_PER_MS = 1e6;
    private static final int TIMED_PHOTOS = 100;

    /** Of a trial that the matcher decides for a match. */
    private static final double MATCH = 1;

    private final Vision vision;
    private final EmbedPhotos embed;
    private final MatchingFacts model;

    /** What runs before embedded; they share most photos. */
    private EmbeddedPhotos enrolled = new EmbeddedPhotos(Map.of(), 0);

    private EmbeddedPhotos searched = new EmbeddedPhotos(Map.of(), 0);

    /** @param vision closed by the caller */
    public MeasurePipeline(Vision vision, MatchingFacts model) {
        this.vision = vision;
        this.embed = new EmbedPhotos(vision, System.err::println);
        this.model = model;
    }

    /** @param photosEach maximum number of photos to enroll of each person */
    public ClosedSetResult run(String name, PeopleSplit split, int photosEach) throws IOException, ImageException {
        var set = new OpenSet(gallery(split, photosEach), split.test(), split.strangers());
        enrolled = enrolled.and(embed.asEnrollments(missing(set.enrolled(), enrolled)));
        searched = searched.and(embed.asProbes(missing(set.searched(), searched)));
        var searches = new RunSearches(enrolled, searched, model).run(set);
        var msPerPhoto = msPerPhoto(set.searched());
        var photos = set.enrolled().stream()
                .filter(photo -> enrolled.of(photo).isPresent())
                .count();
        var trials = bestCandidates(searches);
        return ClosedSetResult.of(
                name,
                split,
                (int) photos,
                trials,
                List.of(
                        new Decided("the best candidate", NamingRates.of(trials, NamingRates.NAMES_ALL)),
                        new Decided("decision of the matcher", NamingRates.of(decided(searches), MATCH))),
                new Cost(Duration.ofMillis((long) (photos * msPerPhoto)), msPerPhoto));
    }

    private static List<Path> missing(List<Path> photos, EmbeddedPhotos embedded) {
        return photos.stream().filter(photo -> !embedded.has(photo)).toList();
    }

    private static Map<String, List<Path>> gallery(PeopleSplit split, int photosEach) {
        var gallery = new TreeMap<String, List<Path>>();
        split.train()
                .forEach((person, photos) ->
                        gallery.put(person, photos.subList(0, Math.min(photosEach, photos.size()))));
        return gallery;
    }

    private static List<Trial> bestCandidates(List<Search> searches) {
        return searches.stream()
                .map(search -> new Trial(
                        person(search),
                        best(search).map(best -> new Guess(best.person().value(), best.similarity()))))
                .toList();
    }

    private List<Trial> decided(List<Search> searches) {
        var matches = new HashMap<Search, Boolean>();
        AnsweredSearch.of(searches, new Decisions(model), model.thresholds())
                .forEach(answer -> matches.put(answer.search(), answer.isMatch()));
        return searches.stream()
                .map(search -> new Trial(
                        person(search),
                        best(search).map(best -> new Guess(best.person().value(), matches.get(search) ? MATCH : 0))))
                .toList();
    }

    private static Optional<String> person(Search search) {
        return search.person().map(person -> person.value());
    }

    private static Optional<Candidate> best(Search search) {
        return search.found().flatMap(Search.Found::best);
    }

    /** The search in a gallery of this size takes a thousandth of it. */
    private double msPerPhoto(List<Path> photos) throws IOException, ImageException {
        var timed = photos.subList(0, Math.min(TIMED_PHOTOS, photos.size()));
        var start = CpuTime.ofThread();
        for (var photo : timed) {
            for (var face :
                    vision.analyzer().find(Blob.wrap(Files.readAllBytes(photo))).faces()) {
                vision.embedder().embed(List.of(face.crop()));
            }
        }
        return CpuTime.ofThread().minus(start).toNanos() / NANOS_PER_MS / timed.size();
    }
}
