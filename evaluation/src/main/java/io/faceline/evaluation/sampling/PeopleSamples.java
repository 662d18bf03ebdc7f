package io.faceline.evaluation.sampling;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.evaluation.dataset.LfwErrors;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.degradation.PoorLevels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Labelled photos of people, clean and at every poor level, in five parts without a common person. */
public final class PeopleSamples {
    public static final String CLEAN = "clean";
    public static final String NON_FACES = "non-faces";

    /** The parts that rules are tuned on. */
    public static final Set<Integer> TUNED = Set.of(0, 1);

    /** The parts that rules are tested on. */
    public static final Set<Integer> TESTED = Set.of(2, 3, 4);

    public static final Set<Integer> ALL = Set.of(0, 1, 2, 3, 4);

    private static final int PARTS = 5;
    private static final int MAX_PHOTOS = 3;

    /** So that a run with more people takes from the cache what one with fewer embedded. */
    private static final int CHUNK = 50;

    private final SampleFaces sample;
    private final Path folder;
    private final Map<Chunk, List<Path>> photos;

    private PeopleSamples(SampleFaces sample, Path folder, Map<Chunk, List<Path>> photos) {
        this.sample = sample;
        this.folder = folder;
        this.photos = photos;
    }

    /** Some people of one part. */
    record Chunk(int part, int number) {}

    /**
     * At most three photos of each person.
     *
     * @param maxPeople maximum number of people of each part
     * @throws EvaluationException when the folder has another layout
     */
    public static PeopleSamples of(SampleFaces sample, Path folder, int maxPeople, long seed) {
        var people = PhotoSampling.of(LabelledFolder.read("--images", folder), MAX_PHOTOS, new Random(seed));
        return new PeopleSamples(sample, folder, chunks(people, maxPeople));
    }

    static Map<Chunk, List<Path>> chunks(Map<String, List<Path>> people, int maxPeople) {
        var counts = new int[PARTS];
        var chunks = new LinkedHashMap<Chunk, List<Path>>();
        new TreeMap<>(people).forEach((person, own) -> {
            var part = part(person);
            if (!LfwErrors.has(person) && counts[part] < maxPeople) {
                var chunk = new Chunk(part, counts[part]++ / CHUNK);
                chunks.computeIfAbsent(chunk, number -> new ArrayList<>()).addAll(own);
            }
        });
        return chunks;
    }

    /** The part of a person, from 0. */
    public static int part(String person) {
        var crc = new CRC32();
        crc.update(("split" + person).getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % PARTS);
    }

    /** The person in a photo of a face. */
    public static String person(String photo) {
        return String.valueOf(Path.of(photo).getParent());
    }

    /** The faces of these parts by level, embedded if need be. */
    public Map<String, List<SampledFace>> faces(Set<Integer> parts) {
        var faces = new HashMap<String, List<SampledFace>>();
        photos.forEach((chunk, own) -> {
            if (parts.contains(chunk.part())) {
                addLevels(
                        faces, "people " + chunk.part() + " " + chunk.number() + " of " + own.size() + " photos", own);
            }
        });
        return faces;
    }

    private void addLevels(Map<String, List<SampledFace>> faces, String name, List<Path> own) {
        var clean = sample.ordinary(name, folder, own);
        add(faces, CLEAN, clean);
        for (var level : PoorLevels.tested()) {
            add(faces, level.name(), sample.degraded(name, folder, clean, level.name(), level.degradation(), 1));
        }
        add(faces, NON_FACES, sample.withoutFaces(name, folder, clean));
    }

    private static void add(Map<String, List<SampledFace>> faces, String level, List<SampledFace> more) {
        faces.computeIfAbsent(level, name -> new ArrayList<>()).addAll(more);
    }
}
