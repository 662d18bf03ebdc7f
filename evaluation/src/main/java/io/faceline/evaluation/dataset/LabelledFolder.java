package io.faceline.evaluation.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Photos by person, read from a folder that holds one folder a person, named after the person. */
public final class LabelledFolder {
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff");

    private LabelledFolder() {}

    /**
     * People and their photos in the order of their names; a person without photos is left out.
     *
     * @param option names the folder in what is said of it
     * @throws EvaluationException when it is no such folder
     */
    public static Map<String, List<Path>> read(String option, Path folder) {
        var people = new LinkedHashMap<String, List<Path>>();
        for (var person : list(option, folder)) {
            if (Files.isDirectory(person)) {
                var photos = list(option, person).stream()
                        .filter(LabelledFolder::isPhoto)
                        .toList();
                if (!photos.isEmpty()) {
                    people.put(person.getFileName().toString(), photos);
                }
            }
        }
        if (people.isEmpty()) {
            throw new EvaluationException(option + ": " + folder
                    + " needs one folder a person, named after the person, with photos in it; it has none");
        }
        return people;
    }

    private static List<Path> list(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new EvaluationException(option + ": " + folder + " is no folder");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvaluationException(option + ": " + folder + " cannot be read: " + e, e);
        }
    }

    private static boolean isPhoto(Path path) {
        var name = path.getFileName().toString();
        return Files.isRegularFile(path)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
