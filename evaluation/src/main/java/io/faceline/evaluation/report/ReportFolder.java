package io.faceline.evaluation.report;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.plot.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report goes: report.md and the plots that it shows. What was there under these names is replaced. */
public final class ReportFolder {
    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** Made if it is not there yet: better known before the measurements than after. */
    public static ReportFolder open(Path folder) throws IOException {
        return new ReportFolder(Files.createDirectories(folder));
    }

    /** @return the page */
    public Path write(AccuracyReport report, Provenance provenance) throws IOException {
        write("roc.svg", Charts.roc(report));
        write("open-set.svg", Charts.openSet(report.openSet(), report.strangers()));
        write("reliability.svg", Charts.reliability(report));
        for (var series : report.degradations()) {
            write(series.name() + ".svg", Charts.degradation(DegradationSection.title(series), series));
        }
        return Files.writeString(folder.resolve("report.md"), page(report, provenance));
    }

    private void write(String name, Chart chart) throws IOException {
        Files.writeString(folder.resolve(name), chart.svg());
    }

    private static String page(AccuracyReport report, Provenance provenance) {
        var page = new Markdown();
        page.title("How well faces are recognised");
        page.code(provenance.command());
        page.paragraph(
                "Detector %s, embedder %s. %d people enrolled with one photo each, %d photos of them and %d of strangers"
                        + " searched, drawn from %s with seed %d; %d photos of the searches and the listed pairs show no face."
                        + " In a photo of several people the face nearest to the middle counts.",
                provenance.detector(),
                report.model().modelId(),
                report.people(),
                report.probes(),
                report.strangers(),
                provenance.images(),
                provenance.seed(),
                report.facesNotFound());
        RocSection.write(report, page);
        SearchSection.write(report, page);
        page.paragraph(
                "Below, the same photos are searched after they were made worse; the gallery stays as it was. FPIR is the"
                        + " share of the strangers' faces that were found, FNIR the share of all photos of enrolled people. A false"
                        + " name is a `match` with the wrong person; reasons are what the answer says of the picture's quality.");
        report.degradations().forEach(series -> DegradationSection.write(series, page));
        return page.toString();
    }
}
