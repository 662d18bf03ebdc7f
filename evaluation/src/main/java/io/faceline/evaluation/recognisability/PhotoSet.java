package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.sampling.SampledFace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The photos of a measurement in a fixed order, and whom they show.
 *
 * @param photos names
 * @param people the number of the person of each photo, from 0
 */
public record PhotoSet(List<String> photos, List<Integer> people) {
    public PhotoSet {
        photos = List.copyOf(photos);
        people = List.copyOf(people);
    }

    /** @param person the name of the person of a photo */
    public static PhotoSet of(List<SampledFace> faces, Function<String, String> person) {
        var numbers = new HashMap<String, Integer>();
        var photos = faces.stream().map(SampledFace::photo).sorted().toList();
        return new PhotoSet(
                photos,
                photos.stream()
                        .map(photo -> {
                            var name = person.apply(photo);
                            numbers.putIfAbsent(name, numbers.size());
                            return numbers.get(name);
                        })
                        .toList());
    }

    /** The photos of some, in the same order and with people numbered again. */
    public static PhotoSet of(List<SampledFace> faces, Function<String, String> person, Predicate<String> isKept) {
        return of(faces.stream().filter(face -> isKept.test(face.photo())).toList(), person);
    }

    public int size() {
        return photos.size();
    }

    /** The number of people with a face at this level. */
    public int people(LevelFaces level) {
        return (int) byPerson().stream()
                .filter(own -> own.stream().anyMatch(level::has))
                .count();
    }

    /** The photos of each person, by the person's number. */
    public List<List<Integer>> byPerson() {
        Map<Integer, List<Integer>> byPerson = new HashMap<>();
        for (var photo = 0; photo < photos.size(); photo++) {
            byPerson.computeIfAbsent(people.get(photo), number -> new ArrayList<>())
                    .add(photo);
        }
        var all = new ArrayList<List<Integer>>();
        for (var person = 0; person < byPerson.size(); person++) {
            all.add(List.copyOf(byPerson.get(person)));
        }
        return all;
    }
}
