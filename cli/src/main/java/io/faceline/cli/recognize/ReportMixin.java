package io.faceline.cli.recognize;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.file.JpegFolder;
import io.faceline.cli.output.BestShotCopies;
import io.faceline.cli.output.PositionText;
import io.faceline.cli.output.ReportedFiles;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.people.PeopleNames;
import io.faceline.cli.report.BestShotFolder;
import io.faceline.cli.report.DecisionBasis;
import io.faceline.cli.report.FootagePage;
import io.faceline.cli.report.FrameExtractor;
import io.faceline.cli.report.RunFacts;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options of the report page and of best shots. */
final class ReportMixin {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "File for a page with timelines, best shots and the uncertain faces to decide on.")
    private Path report;

    @Option(
            names = "--best-shots",
            paramLabel = "DIR",
            description = "Folder for the best frame of each person of a video, with box and name.")
    private Path bestShots;

    private Optional<BestShotFolder> bestShotFolder = Optional.empty();

    /**
     * Checks before hours of work that the outputs can be written, and that they replace no file of the user.
     *
     * @param inputs the files that the command reads
     */
    void check(Collection<Path> inputs) {
        try {
            if (report != null) {
                requireNoInput(inputs);
                FootagePage.requireWritable(report);
            }
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--report: " + report + " cannot be written: " + FileFault.reason(e));
        }
        bestShotFolder = Optional.ofNullable(bestShots)
                .map(folder -> new BestShotFolder(JpegFolder.openApartFrom(inputs, "--best-shots", folder)));
    }

    private void requireNoInput(Collection<Path> inputs) throws IOException {
        if (Files.exists(report)) {
            for (var input : inputs) {
                if (Files.exists(input) && Files.isSameFile(report, input)) {
                    throw new IOException("this command reads it; choose another name");
                }
            }
        }
    }

    /** Decorates a writer with the report page and the best shots. */
    ResultWriter decorate(
            ResultWriter writer,
            PeopleNames names,
            PositionText positions,
            FrameExtractor extractor,
            Function<Optional<DecisionBasis>, RunFacts> run) {
        var all = writer;
        if (bestShotFolder.isPresent()) {
            all = new BestShotCopies(all, bestShotFolder.get(), names, extractor);
        }
        if (report != null) {
            var page = new FootagePage(report, names, positions::of, positions.isTimeOfDay());
            all = new ReportedFiles(all, page, extractor, run);
        }
        return all;
    }
}
