package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.detection.DetectionData;
import io.faceline.evaluation.detection.DetectionRow;
import io.faceline.evaluation.detection.MeasureDetection;
import io.faceline.vision.Vision;
import io.faceline.vision.image.decode.ImageDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts faces found and false faces. */
@Command(
        name = "detection",
        mixinStandardHelpOptions = true,
        description = {
            "Counts faces found and false faces on films with marked faces, photos with marked noses, masked, small and"
                    + " turned faces, and images without a face. Prints a Markdown table.",
            "Needs the project's test data, which is not published."
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate detection --data ../shared/data",
            "  faceline evaluate detection --data ../shared/data --models more/ --detector yunet",
        })
final class EvaluateDetectionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EvaluationMixin modelOptions;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Folder with the test data.")
    private Path folder;

    @Option(
            names = "--only",
            paramLabel = "GROUP",
            split = ",",
            description = "Measure only these groups of rows: ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<MeasureDetection.Group> groups = EnumSet.allOf(MeasureDetection.Group.class);

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.wrongUsage("--data: " + folder + " is no folder");
        }
        var settings = modelOptions.settings(Optional.empty());
        var verify = EvaluationMixin.matching(settings).thresholds().verify();
        var data = new DetectionData(folder, DetectionData.installedWallpapers(), new ImageDecoder(settings.limits()));
        try (var vision = Vision.open(settings)) {
            print("| data | images | found | false faces | ms per image |");
            print("| --- | --- | --- | --- | --- |");
            new MeasureDetection(data, vision, verify).run(groups, row -> print(line(row)), line -> spec.commandLine()
                    .getErr()
                    .println(Shown.of(line)));
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private void print(String line) {
        var out = spec.commandLine().getOut();
        out.println(Shown.of(line));
        out.flush();
    }

    private static String line(DetectionRow row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %d | %.1f |",
                row.name(),
                row.images(),
                row.faces() == 0 ? "–" : row.found() + " of " + row.faces(),
                row.falseFaces(),
                row.millis());
    }
}
