package io.faceline.evaluation.groups;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Photos of FairFace (Kärkkäinen and Joo 2021) with their labels in {@code ground_truth.json}. */
public final class FairFaceFolder {
    private static final String LABELS = "ground_truth.json";

    private FairFaceFolder() {}

    /** @throws EvaluationException when the labels or a photo are missing */
    public static List<GroupPhoto> read(Path folder) {
        var photos = new ArrayList<GroupPhoto>();
        for (var label : labels(folder.resolve(LABELS))) {
            photos.add(photo(label, folder));
        }
        return photos;
    }

    private static JsonNode labels(Path file) {
        try {
            return Mappers.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new EvaluationException(file + " cannot be read: " + FileFault.reason(e), e);
        }
    }

    private static GroupPhoto photo(JsonNode label, Path folder) {
        var file = folder.resolve(text(label, "filename", folder));
        if (!Files.isRegularFile(file)) {
            throw new EvaluationException("missing photo " + file + ", which " + LABELS + " lists");
        }
        var age = text(label, "age", folder);
        var gender = text(label, "gender", folder).toLowerCase(Locale.ROOT);
        return new GroupPhoto(
                file,
                Map.of(
                        GroupPhoto.AGE,
                        Ages.sortable(age),
                        GroupPhoto.GENDER,
                        gender,
                        GroupPhoto.AGE_AND_GENDER,
                        Ages.sortable(age) + " " + gender));
    }

    private static String text(JsonNode label, String field, Path folder) {
        var text = label.path(field).asText("");
        if (text.isBlank()) {
            throw new EvaluationException(folder.resolve(LABELS) + ": an entry has no \"" + field + "\"");
        }
        return text;
    }
}
