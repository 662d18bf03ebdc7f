package io.faceline.evaluation.dataset;

import io.faceline.contracts.person.PersonName;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a folder with one folder of photos per person, named after the person. */
public final class LabelledFolder {
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "jif", "pjpeg", "pjp", "png", "webp", "bmp", "tif", "tiff");

    private LabelledFolder() {}

    /**
     * Photos by person, sorted by name; people without photos are left out.
     *
     * @param option the option that error messages name
     * @throws EvaluationException when the folder has another layout
     */
    public static Map<String, List<Path>> read(String option, Path folder) {
        var people = new LinkedHashMap<String, List<Path>>();
        for (var person : list(option, folder)) {
            if (Files.isDirectory(person)) {
                var photos = list(option, person).stream()
                        .filter(LabelledFolder::isPhoto)
                        .toList();
                if (!photos.isEmpty()) {
                    people.merge(PersonName.normal(person.getFileName().toString()), photos, LabelledFolder::both);
                }
            }
        }
        if (people.isEmpty()) {
            throw new EvaluationException(option + ": " + folder
                    + " must hold one folder of photos per person, named after the person; it has none");
        }
        return people;
    }

    /** The photos of two folders whose names are one in their normal form. */
    private static List<Path> both(List<Path> one, List<Path> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static List<Path> list(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EvaluationException(option + ": " + folder + " is not a folder");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvaluationException(option + ": " + folder + " cannot be read: " + FileFault.reason(e), e);
        }
    }

    private static boolean isPhoto(Path path) {
        var name = path.getFileName().toString();
        return Files.isRegularFile(path)
                && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
