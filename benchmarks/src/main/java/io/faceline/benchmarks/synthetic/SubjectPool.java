package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.evaluation.dataset.LabelledFolder;
import io.faceline.standalone.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Randomly selects people from a labelled folder: of people with three or more photos, two photos are enrolled and a third
 * is used in videos; of the others some are strangers, the rest fill the gallery.
 */
final class SubjectPool {
    private static final int ENROLLED = 2;

    private final Map<String, List<Path>> enrolled = new LinkedHashMap<>();
    private final Map<String, Path> videoPhotos = new LinkedHashMap<>();
    private final List<Path> strangers = new ArrayList<>();

    /** @param gallery number of people to enroll, at least the known ones */
    SubjectPool(Path folder, int known, int strangers, int gallery, Random random) {
        var people = new ArrayList<>(LabelledFolder.read("photos", folder).entrySet());
        Collections.shuffle(people, random);
        for (var person : people) {
            var photos = new ArrayList<>(person.getValue());
            Collections.shuffle(photos, random);
            if (videoPhotos.size() < known && photos.size() > ENROLLED) {
                enrolled.put(person.getKey(), photos.subList(0, ENROLLED));
                videoPhotos.put(person.getKey(), photos.get(ENROLLED));
            } else if (this.strangers.size() < strangers) {
                this.strangers.add(photos.get(0));
            } else if (enrolled.size() - videoPhotos.size() < gallery - known) {
                enrolled.put(person.getKey(), photos.subList(0, 1));
            }
        }
    }

    /** Enrolls the people; those with refused photos are not used in videos. */
    SubjectAssignment enroll(Pipeline pipeline, SessionId session) throws IOException, InterruptedException {
        Set<PersonId> accepted =
                new Gallery(pipeline, session).enroll(enrolled).stream().collect(Collectors.toSet());
        var known = videoPhotos.entrySet().stream()
                .map(entry -> new SubjectAssignment.Known(PersonId.of(session, entry.getKey()), entry.getValue()))
                .filter(entry -> accepted.contains(entry.person()))
                .toList();
        return new SubjectAssignment(known, strangers);
    }
}
