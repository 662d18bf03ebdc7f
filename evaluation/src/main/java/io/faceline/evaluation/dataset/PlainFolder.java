package io.faceline.evaluation.dataset;

import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Lists the photos of a folder that shows each person once. */
public final class PlainFolder {
    private PlainFolder() {}

    /** @param option the option that error messages name */
    public static List<Path> photos(String option, Path folder, Predicate<String> isTaken) {
        try (var files = Files.list(folder)) {
            var photos = files.filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png)"))
                    .filter(file -> isTaken.test(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
            if (photos.isEmpty()) {
                throw new EvaluationException(option + ": " + folder + " holds no photos");
            }
            return photos;
        } catch (IOException e) {
            throw new EvaluationException(option + ": " + folder + " cannot be read: " + FileFault.reason(e), e);
        }
    }
}
