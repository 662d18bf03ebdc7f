package io.faceline.evaluation.report;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.plot.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report into a folder: report.md and its plots. Existing files of these names are replaced. */
public final class ReportFolder {
    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /** Creates the folder if it is missing, so that a failure precedes the measurements. */
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
        page.title("Accuracy of face recognition");
        page.code(provenance.command());
        page.paragraph(
                "Detector %s, embedder %s. %d people enrolled with one photo each, %d photos of them and %d of strangers"
                        + " searched, drawn from %s with seed %d; no face was found in %d photos of the searches and the"
                        + " listed pairs. In a photo with several faces, the one nearest to the centre counts.",
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
                "The following sections search degraded versions of the same photos; the gallery is not degraded. FPIR is a"
                        + " share of the strangers' faces that were found, FNIR a share of all photos of enrolled people. A false"
                        + " name is a `match` with the wrong person; reasons are the quality reasons of the answer.");
        report.degradations().forEach(series -> DegradationSection.write(series, page));
        return page.toString();
    }
}
