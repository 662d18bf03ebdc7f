package io.faceline.evaluation.templates;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.sampling.SampleFaces;
import io.faceline.evaluation.sampling.SampledFace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The faces of photos in four forms, by photo. A photo without a face is in none of them.
 *
 * @param plain as they are
 * @param mirrored the mean of the face and its mirrored crop
 * @param poor made poor, for people with several photos
 * @param poorMirrored the mean of the poor face and its mirrored crop
 */
public record TemplateFaces(
        Map<Path, EmbeddedPhoto> plain,
        Map<Path, EmbeddedPhoto> mirrored,
        Map<Path, EmbeddedPhoto> poor,
        Map<Path, EmbeddedPhoto> poorMirrored) {
    /** Number of people who are embedded at a time, so that the next run continues one that was interrupted. */
    private static final int CHUNK = 50;

    public TemplateFaces {
        plain = Map.copyOf(plain);
        mirrored = Map.copyOf(mirrored);
        poor = Map.copyOf(poor);
        poorMirrored = Map.copyOf(poorMirrored);
    }

    /**
     * Embeds photos, and the poor form of those of people with several.
     *
     * @param photos by person, all in the folder
     * @param several minimum number of photos of a person who has several
     */
    public static TemplateFaces of(SampleFaces sample, Path folder, Map<String, List<Path>> photos, int several) {
        var faces = new ArrayList<SampledFace>();
        var poor = new ArrayList<SampledFace>();
        var people = List.copyOf(new TreeMap<>(photos).values());
        for (var from = 0; from < people.size(); from += CHUNK) {
            var chunk = people.subList(from, Math.min(people.size(), from + CHUNK));
            var all = chunk.stream().flatMap(List::stream).toList();
            var name = "templates " + from / CHUNK + " of " + all.size() + " photos";
            var ordinary = sample.bothWays(name, folder, all);
            faces.addAll(ordinary);
            poor.addAll(sample.poorBothWays(name, folder, ofSeveral(folder, ordinary, chunk, several)));
        }
        return new TemplateFaces(
                plain(folder, faces), mirrored(folder, faces), plain(folder, poor), mirrored(folder, poor));
    }

    private static List<SampledFace> ofSeveral(
            Path folder, List<SampledFace> faces, List<List<Path>> people, int several) {
        var ofSeveral = people.stream()
                .filter(own -> own.size() >= several)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return faces.stream()
                .filter(face -> face.draw() == 0 && ofSeveral.contains(folder.resolve(face.photo())))
                .toList();
    }

    private static Map<Path, EmbeddedPhoto> plain(Path folder, List<SampledFace> faces) {
        var byPhoto = new HashMap<Path, EmbeddedPhoto>();
        SampleFaces.byPhoto(faces)
                .forEach((photo, face) -> byPhoto.put(
                        folder.resolve(photo), new EmbeddedPhoto(face.face(), face.embedding(), face.rawLength())));
        return byPhoto;
    }

    private static Map<Path, EmbeddedPhoto> mirrored(Path folder, List<SampledFace> faces) {
        var byPhoto = new HashMap<Path, EmbeddedPhoto>();
        faces.stream()
                .collect(Collectors.groupingBy(SampledFace::photo))
                .forEach((photo, both) -> byPhoto.put(folder.resolve(photo), mean(both)));
        return byPhoto;
    }

    private static EmbeddedPhoto mean(List<SampledFace> both) {
        var sum = new float[both.get(0).embedding().dimension()];
        for (var face : both) {
            var vector = face.embedding().toArray();
            for (var i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        var length = both.stream().mapToDouble(SampledFace::rawLength).average().orElseThrow();
        return new EmbeddedPhoto(both.get(0).face(), Embedding.normalised(sum), length);
    }

    /** The photos with a face, by person. */
    Map<String, List<Path>> found(Map<String, List<Path>> photos) {
        var found = new TreeMap<String, List<Path>>();
        photos.forEach((person, own) -> {
            var faces = own.stream().filter(plain::containsKey).toList();
            if (!faces.isEmpty()) {
                found.put(person, faces);
            }
        });
        return found;
    }

    /**
     * A face as it is enrolled.
     *
     * @param isPoor whether the photo was made poor; the face as it is if none was found then
     */
    Optional<EmbeddedPhoto> enrolled(Path photo, boolean isPoor, boolean isMirrored) {
        var ordinary = isMirrored ? mirrored : plain;
        var made = isMirrored ? poorMirrored : poor;
        return Optional.ofNullable(isPoor ? made.getOrDefault(photo, ordinary.get(photo)) : ordinary.get(photo));
    }
}
