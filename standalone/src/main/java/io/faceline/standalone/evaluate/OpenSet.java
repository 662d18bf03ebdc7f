package io.faceline.standalone.evaluate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who is enrolled, and whose photos are searched. A stranger is anyone who is not enrolled.
 *
 * @param gallery the photos to enroll, by person
 * @param probes photos of enrolled people, by person
 */
public record OpenSet(Map<String, List<Path>> gallery, Map<String, List<Path>> probes, List<Path> strangers) {
    public OpenSet {
        gallery = Map.copyOf(gallery);
        probes = Map.copyOf(probes);
        strangers = List.copyOf(strangers);
    }

    /** @throws EvaluationException when a probe's person is not enrolled, or a stranger is */
    public static OpenSet of(
            Map<String, List<Path>> gallery, Map<String, List<Path>> probes, Map<String, List<Path>> strangers) {
        var unknown = new TreeSet<>(probes.keySet());
        unknown.removeAll(gallery.keySet());
        if (!unknown.isEmpty()) {
            throw new EvaluationException("--probes holds people who are not in --gallery: "
                    + String.join(", ", unknown) + ". Put them into --strangers");
        }
        var enrolled = new TreeSet<>(strangers.keySet());
        enrolled.retainAll(gallery.keySet());
        if (!enrolled.isEmpty()) {
            throw new EvaluationException(
                    "--strangers holds people who are in --gallery: " + String.join(", ", enrolled));
        }
        return new OpenSet(gallery, probes, flat(strangers.values()));
    }

    List<Path> searched() {
        return Stream.concat(flat(probes.values()).stream(), strangers.stream()).toList();
    }

    List<Path> enrolled() {
        return flat(gallery.values());
    }

    private static List<Path> flat(Collection<List<Path>> photos) {
        return photos.stream().flatMap(List::stream).toList();
    }
}
