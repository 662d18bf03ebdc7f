package io.faceline.evaluation.groups;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Photos of UTKFace (Zhang, Song and Qi 2017), whose labels are in the file names: {@code AGE_GENDER_APPEARANCE_DATE}. */
public final class UtkFaceFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_([01])_([0-4])_.*\\.jpg");
    private static final List<String> GENDERS = List.of("male", "female");

    /** The names that its authors use. */
    private static final List<String> APPEARANCES = List.of("White", "Black", "Asian", "Indian", "other");

    private UtkFaceFolder() {}

    /** Photos by name; files with other names are left out, as some of the original have no complete label. */
    public static List<GroupPhoto> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            var photos = new ArrayList<GroupPhoto>();
            files.sorted().forEach(file -> photo(file).ifPresent(photos::add));
            if (photos.isEmpty()) {
                throw new EvaluationException(folder + " holds no photo named AGE_GENDER_APPEARANCE_DATE.jpg");
            }
            return photos;
        } catch (IOException e) {
            throw new EvaluationException(folder + " cannot be read: " + FileFault.reason(e), e);
        }
    }

    private static Optional<GroupPhoto> photo(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new GroupPhoto(
                        file,
                        Map.of(
                                GroupPhoto.AGE, Ages.group(Integer.parseInt(name.group(1))),
                                GroupPhoto.GENDER, GENDERS.get(Integer.parseInt(name.group(2))),
                                GroupPhoto.APPEARANCE, APPEARANCES.get(Integer.parseInt(name.group(3))))))
                : Optional.empty();
    }
}
