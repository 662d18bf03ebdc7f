package io.faceline.evaluation.recognisability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Searches of one kind, over several draws of whom to enroll.
 *
 * @param name of the row in a table
 * @param probes the level that is searched
 * @param references the level of the enrolled photos
 * @param others further enrolled people, of another level
 * @param people number of people enrolled
 */
public record Row(String name, LevelFaces probes, Part references, List<Part> others, int people) {
    /** Enrolled faces of one level, and how many of the people. */
    public record Part(LevelFaces faces, Similarities similarities, int people) {}

    public Row {
        others = List.copyOf(others);
    }

    public static Row of(String name, LevelFaces probes, LevelFaces references, Similarities similarities, int people) {
        return new Row(name, probes, new Part(references, similarities, people), List.of(), people);
    }

    /** Enrolls the first people with one level, and all others with another. */
    public static Row mixed(String name, LevelFaces probes, Part few, Part others) {
        return new Row(name, probes, few, List.of(others), few.people() + others.people());
    }

    /** @param draws as many as splits */
    public void run(PhotoSet photos, List<Draw> draws, Consumer<Found> results) {
        for (var draw : draws) {
            new GallerySearch(photos, enrolled(photos, draw)).run(probes, results);
        }
    }

    private List<Enrolled> enrolled(PhotoSet photos, Draw draw) {
        var enrolled = new ArrayList<Enrolled>();
        var taken = new boolean[photos.size()];
        add(enrolled, photos, draw, references, taken);
        others.forEach(part -> add(enrolled, photos, draw, part, taken));
        return enrolled;
    }

    /** @param taken by number of person: who is enrolled already */
    private static void add(List<Enrolled> enrolled, PhotoSet photos, Draw draw, Part part, boolean[] taken) {
        var chosen = draw.photos(
                part.people(),
                photo -> part.faces().has(photo) && !taken[photos.people().get(photo)]);
        for (var photo : chosen) {
            taken[photos.people().get(photo)] = true;
        }
        enrolled.add(new Enrolled(part.faces(), part.similarities(), chosen));
    }
}
