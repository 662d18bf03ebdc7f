package io.faceline.cli.people;

import io.faceline.ingest.files.LeftOut;
import io.faceline.ingest.files.MediaFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects what a gallery folder holds and nobody is enrolled with, to be told in a few lines. Not thread-safe. */
final class GalleryOmissions {
    private static final int MAX_NAMED = 20;

    private final List<String> photosBeside = new ArrayList<>();
    private LeftOut leftOut = LeftOut.NOTHING;

    /** Counts a file that lies beside the folders of people. */
    void beside(Path file) {
        if (MediaFiles.PHOTOS.hasMediaExtension(file)) {
            photosBeside.add(file.getFileName().toString());
        }
    }

    /** Counts the files that the folder of a person left out. */
    void add(LeftOut ofPerson) {
        leftOut = leftOut.plus(ofPerson);
    }

    /** One line for each kind of omission. */
    List<String> texts(Path gallery, Map<String, List<Path>> people) {
        var texts = new ArrayList<String>();
        leftOut.text().ifPresent(text -> texts.add(gallery + ": " + text));
        var without = people.entrySet().stream()
                .filter(person -> person.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        list(without, names -> texts.add(gallery + ": people without a photo, who cannot be recognized: " + names));
        list(
                photosBeside,
                names -> texts.add(gallery + ": photos beside the folders of people belong to nobody: " + names));
        return texts;
    }

    private static void list(List<String> names, Consumer<String> text) {
        if (!names.isEmpty()) {
            text.accept(names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                    + (names.size() > MAX_NAMED ? " and " + (names.size() - MAX_NAMED) + " more" : ""));
        }
    }
}
