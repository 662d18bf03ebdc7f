package io.faceline.benchmarks.generations.first;

import io.faceline.benchmarks.generations.AutoCapture;
import io.faceline.benchmarks.generations.CaptureResult;
import io.faceline.benchmarks.generations.ClosedSetResult;
import io.faceline.benchmarks.generations.GenerationsTable;
import io.faceline.benchmarks.generations.MeasureAdding;
import io.faceline.benchmarks.generations.MeasureCapture;
import io.faceline.benchmarks.generations.MeasureClassifier;
import io.faceline.benchmarks.generations.MeasurePipeline;
import io.faceline.benchmarks.generations.PeopleSplit;
import io.faceline.benchmarks.generations.Sittings;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Lane;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.standalone.pipeline.PipelineOptions;
import io.faceline.standalone.pipeline.Stages;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.model.InferencePermits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencv.core.Core;

/** Measures both generations: {@code scripts/generations DATA PART...}; prints Markdown tables. */
public final class GenerationsMain {
    private static final int EPOCHS = 40;
    private static final long SEED = 1;
    private static final int ADDED_PEOPLE = 20;
    private static final int SITTINGS = 20;
    private static final VisionSettings SETTINGS = VisionSettings.defaults(InferencePermits.onePerCore(), Lane.BULK);

    private final Path data;
    private final Map<String, List<Path>> photos;

    private GenerationsMain(Path data) {
        this.data = data;
        this.photos = LabelledFolder.read("lfw", data.resolve("lfw"));
    }

    public static void main(String... arguments) throws Exception {
        NativeOpenCv.load();
        Core.setNumThreads(1);
        var main = new GenerationsMain(Path.of(arguments[0]));
        for (var part : List.of(arguments).subList(1, arguments.length)) {
            System.out.println(main.measure(part));
        }
        System.exit(0);
    }

    /** @param part {@code cnn-} or {@code pipeline-} with a number of people, {@code adding}, or {@code capture} */
    private String measure(String part) throws Exception {
        var nameAndPeople = part.split("-", 2);
        return switch (nameAndPeople[0]) {
            case "cnn" -> GenerationsTable.of(List.of(classifier(Integer.parseInt(nameAndPeople[1]))));
            case "pipeline" -> GenerationsTable.of(pipeline(Integer.parseInt(nameAndPeople[1])));
            case "adding" -> adding();
            case "capture" -> capture();
            default -> throw new IllegalArgumentException("unknown part " + part);
        };
    }

    private ClosedSetResult classifier(int people) {
        var haar = new HaarFaces(Path.of(System.getProperty("faceline.cascade")));
        return new MeasureClassifier(new TrainCnn(haar, EPOCHS), SEED)
                .run("Haar + CNN", PeopleSplit.of(photos, people, SEED));
    }

    private List<ClosedSetResult> pipeline(int people) throws Exception {
        try (var vision = Vision.open(SETTINGS)) {
            var measure = new MeasurePipeline(vision, model());
            var split = PeopleSplit.of(photos, people, SEED);
            return List.of(
                    measure.run("faceline, the same photos", split, Integer.MAX_VALUE),
                    measure.run("faceline, one photo", split, 1));
        }
    }

    private static MatchingFacts model() {
        var catalog = ModelCatalog.load(SETTINGS.modelFolders());
        return catalog.matching(catalog.defaults().embedder());
    }

    private String capture() throws Exception {
        try (var vision = Vision.open(SETTINGS);
                var rules = AutoCapture.start(Path.of(System.getProperty("faceline.root")))) {
            var measure = new MeasureCapture(vision, model(), rules);
            var results = new LinkedHashMap<String, CaptureResult>();
            results.put("the photos themselves", measure.run(Sittings.undisturbed(photos, SITTINGS, SEED)));
            results.put("synthetic sittings", measure.run(Sittings.synthetic(photos, SITTINGS, SEED)));
            results.put("films of people who sign", measure.run(Sittings.films(signing())));
            return GenerationsTable.ofCaptures(results);
        }
    }

    /** Each film with another of the same person. */
    private Map<Path, Path> signing() throws IOException {
        var folder = data.resolve("films");
        var byPerson = new TreeMap<String, List<Path>>();
        for (var line : Files.readAllLines(folder.resolve("labels.csv"))) {
            var fields = line.split(",", 2);
            if (fields[0].startsWith("signing/")) {
                byPerson.computeIfAbsent(fields[1], person -> new ArrayList<>()).add(folder.resolve(fields[0]));
            }
        }
        var others = new LinkedHashMap<Path, Path>();
        for (var films : byPerson.values()) {
            for (var i = 0; i < films.size() && films.size() > 1; i++) {
                others.put(films.get(i), films.get((i + 1) % films.size()));
            }
        }
        return others;
    }

    /** People with two photos, whom no other part uses. */
    private String adding() throws Exception {
        var people = new LinkedHashMap<String, List<Path>>();
        photos.forEach((person, own) -> {
            if (own.size() == 2 && people.size() < ADDED_PEOPLE) {
                people.put(person, own);
            }
        });
        try (var pipeline = Pipeline.open(PipelineOptions.temporary(Stages.BULK), System.getenv())) {
            return GenerationsTable.ofAdded(new MeasureAdding(pipeline).run(people), people.size());
        }
    }
}
