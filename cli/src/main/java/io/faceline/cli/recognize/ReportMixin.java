package io.faceline.cli.recognize;

import io.faceline.cli.command.CommandFailure;
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
import java.io.IOException;
import java.nio.file.Path;
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

    /** Checks that the outputs can be written, before hours of work. */
    void check() {
        try {
            if (report != null) {
                FootagePage.requireWritable(report);
            }
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--report: " + report + " cannot be written: " + e.getMessage());
        }
        try {
            bestShotFolder = bestShots == null ? Optional.empty() : Optional.of(BestShotFolder.open(bestShots));
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--best-shots: " + bestShots + " cannot be written: " + e.getMessage());
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
