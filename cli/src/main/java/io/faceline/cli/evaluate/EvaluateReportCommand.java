package io.faceline.cli.evaluate;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.contracts.Shown;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.evaluation.MeasureAccuracy;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.dataset.PairsFile;
import io.faceline.evaluation.groups.EvaluateGroups;
import io.faceline.evaluation.report.Provenance;
import io.faceline.evaluation.report.ReportFolder;
import io.faceline.runtime.settings.FileFault;
import io.faceline.vision.Vision;
import io.faceline.vision.VisionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an accuracy report, including degraded photos. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes report.md and SVG plots into a folder: verification, open-set identification and reliability of"
                    + " confidences, also by face size, darkness, blur, resolution, compression and masks.",
            "With --groups also by age, gender and appearance.",
            "Degradations are derived from the seed, so that a repeated run gives the same figures."
        },
        footer = {
            "",
            "Examples:",
            "  faceline evaluate report report/ --images lfw/ --pairs lfw/pairs.txt",
            "  faceline evaluate report report/ --images lfw/ --photos 40      less precise, takes a minute",
        })
final class EvaluateReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder for the report.")
    private Path folder;

    @Mixin
    private EmbedderMixin models;

    @Mixin
    private LabelledPhotosMixin labelled;

    @Option(names = "--pairs", paramLabel = "FILE", description = "Pairs to compare, in the format of LFW's pairs.txt.")
    private Path pairs;

    @Option(
            names = "--gallery-size",
            paramLabel = "N",
            description = "People enrolled, with one photo each. Default: ${DEFAULT-VALUE}")
    private int gallerySize = 500;

    @Option(
            names = "--photos",
            paramLabel = "N",
            description = "Photos searched of enrolled people, and as many of strangers. Default: ${DEFAULT-VALUE}")
    private int photos = 300;

    @Option(
            names = "--groups",
            paramLabel = "DIR",
            description = "Folder with the folders fairface, utkface or both: adds rates by group of people.")
    private Path groups;

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().println(Shown.of(write()));
            return ExitCode.OK;
        } catch (EvaluationException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        } catch (IOException e) {
            throw CommandFailure.failed("the report cannot be written to " + folder + ": " + FileFault.reason(e));
        }
    }

    private ReportFolder open() {
        try {
            return ReportFolder.open(folder);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "the report cannot be written to " + folder + ": " + FileFault.reason(e) + "; choose a new folder");
        }
    }

    private Path write() throws IOException {
        var settings = models.settings();
        var people = labelled.read();
        var measure = new MeasureAccuracy(
                people,
                Optional.ofNullable(pairs).map(file -> PairsFile.read(file, labelled.folder())),
                gallerySize,
                photos,
                labelled.seed());
        var byGroup =
                Optional.ofNullable(groups).map(data -> EvaluateGroups.of(data, people, gallerySize, labelled.seed()));
        EvaluationMixin.requireModels(settings);
        var report = open();
        try (var vision = Vision.open(settings)) {
            var context = EmbedderMixin.context(vision, settings, spec);
            return report.write(
                    measure.run(context), byGroup.map(measured -> measured.run(context)), provenance(settings));
        }
    }

    private Provenance provenance(VisionSettings settings) {
        var arguments = spec.root().commandLine().getParseResult().originalArgs();
        var catalog = ModelCatalog.load(settings.modelFolders());
        var detector =
                catalog.detector(settings.detector().orElse(catalog.defaults().detector()));
        return new Provenance(
                "faceline " + String.join(" ", arguments), detector.id(), labelled.folder(), labelled.seed());
    }
}
