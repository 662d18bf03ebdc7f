package io.faceline.evaluation.groups;

import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.embedding.EvaluationContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures all groups of the data at hand. */
public final class EvaluateGroups {
    private final List<MeasureGroups> dataSets = new ArrayList<>();
    private final Optional<MeasureNamedGroups> byName;

    private EvaluateGroups(Optional<MeasureNamedGroups> byName) {
        this.byName = byName;
    }

    /** By first name only. */
    public static EvaluateGroups of(Map<String, List<Path>> named, int people, long seed) {
        return new EvaluateGroups(Optional.of(new MeasureNamedGroups(named, people, seed)));
    }

    /**
     * Without first names.
     *
     * @param folder holds {@code fairface}, {@code utkface} or both
     * @throws EvaluationException when it holds neither
     */
    public static EvaluateGroups of(Path folder, long seed) {
        return new EvaluateGroups(Optional.empty()).with(folder, seed);
    }

    /**
     * Of both.
     *
     * @param named photos by person, whose first names count
     * @param people number of them to enroll
     */
    public static EvaluateGroups of(Path folder, Map<String, List<Path>> named, int people, long seed) {
        return of(named, people, seed).with(folder, seed);
    }

    private EvaluateGroups with(Path folder, long seed) {
        var fairFace = folder.resolve("fairface");
        if (Files.isDirectory(fairFace)) {
            dataSets.add(new MeasureGroups("FairFace", FairFaceFolder.read(fairFace), seed));
        }
        var utkFace = folder.resolve("utkface");
        if (Files.isDirectory(utkFace)) {
            dataSets.add(new MeasureGroups("UTKFace", UtkFaceFolder.read(utkFace), seed));
        }
        if (dataSets.isEmpty()) {
            throw new EvaluationException(
                    "the folder of groups, " + folder + ", must hold a folder fairface or utkface");
        }
        return this;
    }

    public GroupsReport run(EvaluationContext context) {
        return new GroupsReport(
                context.model().modelId(),
                dataSets.stream()
                        .flatMap(dataSet -> dataSet.run(context).stream())
                        .toList(),
                byName.map(measure -> measure.run(context)).orElse(null));
    }
}
