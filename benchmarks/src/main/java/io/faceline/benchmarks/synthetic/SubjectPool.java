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
 * Who plays and who is enrolled, drawn by chance from a folder of photos by person: those of three photos and more are
 * enrolled with two, and a third is for the films; of the others some are strangers, the rest fill the gallery.
 */
final class SubjectPool {
    private static final int ENROLLED = 2;

    private final Map<String, List<Path>> enrolled = new LinkedHashMap<>();
    private final Map<String, Path> parts = new LinkedHashMap<>();
    private final List<Path> strangers = new ArrayList<>();

    /** @param gallery how many people are enrolled, at least the known ones */
    SubjectPool(Path folder, int known, int strangers, int gallery, Random random) {
        var people = new ArrayList<>(LabelledFolder.read("photos", folder).entrySet());
        Collections.shuffle(people, random);
        for (var person : people) {
            var photos = new ArrayList<>(person.getValue());
            Collections.shuffle(photos, random);
            if (parts.size() < known && photos.size() > ENROLLED) {
                enrolled.put(person.getKey(), photos.subList(0, ENROLLED));
                parts.put(person.getKey(), photos.get(ENROLLED));
            } else if (this.strangers.size() < strangers) {
                this.strangers.add(photos.get(0));
            } else if (enrolled.size() - parts.size() < gallery - known) {
                enrolled.put(person.getKey(), photos.subList(0, 1));
            }
        }
    }

    /** Those whose photos were refused get no part. */
    SubjectAssignment enroll(Pipeline pipeline, SessionId session) throws IOException, InterruptedException {
        Set<PersonId> taken =
                new Gallery(pipeline, session).enroll(enrolled).stream().collect(Collectors.toSet());
        var known = parts.entrySet().stream()
                .map(part -> new SubjectAssignment.Known(PersonId.of(session, part.getKey()), part.getValue()))
                .filter(part -> taken.contains(part.person()))
                .toList();
        return new SubjectAssignment(known, strangers);
    }
}
