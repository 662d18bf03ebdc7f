package io.faceline.benchmarks.generations;

import io.faceline.benchmarks.synthetic.WebcamSitting;
import io.faceline.contracts.Blob;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** Makes sittings of photos and of films. Deterministic for a seed. */
public final class Sittings {
    private static final int OTHERS = 3;
    private static final double FILM_FRAMES_PER_SECOND = 10;

    private Sittings() {}

    /**
     * Synthetic sittings of people with enough photos.
     *
     * @param photos by person
     */
    public static List<Sitting> synthetic(Map<String, List<Path>> photos, int people, long seed) throws IOException {
        var random = new Random(seed);
        var sittings = new ArrayList<Sitting>();
        for (var person : sample(photos, people, seed).entrySet()) {
            var frames = new ArrayList<Blob>();
            for (var frame : WebcamSitting.frames(person.getValue().get(0), random)) {
                frames.add(jpeg(frame));
            }
            sittings.add(sitting(person.getKey(), frames, person.getValue()));
        }
        return sittings;
    }

    /** The photos of which {@link #synthetic} makes sittings, each as a sitting of one frame: the best that can be had. */
    public static List<Sitting> undisturbed(Map<String, List<Path>> photos, int people, long seed) throws IOException {
        var sittings = new ArrayList<Sitting>();
        for (var person : sample(photos, people, seed).entrySet()) {
            sittings.add(sitting(person.getKey(), blobs(person.getValue().subList(0, 1)), person.getValue()));
        }
        return sittings;
    }

    private static Sitting sitting(String person, List<Blob> frames, List<Path> photos) throws IOException {
        return new Sitting(person, frames, WebcamSitting.FRAMES_PER_SECOND, blobs(photos.subList(1, photos.size())));
    }

    /** Of each person one photo for the sitting, and then the others. */
    private static Map<String, List<Path>> sample(Map<String, List<Path>> photos, int people, long seed) {
        var random = new Random(seed);
        var candidates = new ArrayList<>(new TreeMap<>(photos).entrySet());
        candidates.removeIf(person -> person.getValue().size() <= OTHERS);
        Collections.shuffle(candidates, random);
        var sample = new TreeMap<String, List<Path>>();
        for (var person : candidates.subList(0, people)) {
            var own = new ArrayList<>(person.getValue());
            Collections.shuffle(own, random);
            sample.put(person.getKey(), own.subList(0, OTHERS + 1));
        }
        return sample;
    }

    /** Each film is a sitting; the other photos are frames of another film of the same person. */
    public static List<Sitting> films(Map<Path, Path> others) throws VideoException {
        var sittings = new ArrayList<Sitting>();
        for (var film : others.entrySet()) {
            var frames = frames(film.getValue());
            var chosen = new ArrayList<Blob>();
            for (var i = 0; i < OTHERS; i++) {
                chosen.add(frames.get(i * (frames.size() - 1) / (OTHERS - 1)));
            }
            sittings.add(new Sitting(
                    film.getKey().getFileName().toString(), frames(film.getKey()), FILM_FRAMES_PER_SECOND, chosen));
        }
        return sittings;
    }

    private static List<Blob> frames(Path film) throws VideoException {
        var frames = new ArrayList<Blob>();
        try (var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(film, FILM_FRAMES_PER_SECOND)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                frames.add(frame.get().jpeg());
            }
        }
        return frames;
    }

    private static List<Blob> blobs(List<Path> photos) throws IOException {
        var blobs = new ArrayList<Blob>();
        for (var photo : photos) {
            blobs.add(Blob.wrap(Files.readAllBytes(photo)));
        }
        return blobs;
    }

    private static Blob jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return Blob.wrap(bytes.toByteArray());
    }
}
