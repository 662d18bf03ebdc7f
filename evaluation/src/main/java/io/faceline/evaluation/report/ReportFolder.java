package io.faceline.evaluation.report;

import io.faceline.evaluation.AccuracyReport;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.evaluation.groups.GroupsReport;
import io.faceline.evaluation.plot.Chart;
import io.faceline.runtime.files.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a report into a folder of its own: report.md and its plots. An earlier report is replaced. */
public final class ReportFolder {
    private static final String PAGE = "report.md";
    private static final String TITLE = "Accuracy of face recognition";

    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates the folder if it is missing, so that a failure precedes the measurements.
     *
     * @throws EvaluationException when the folder holds other files than those of an earlier report
     */
    public static ReportFolder open(Path folder) throws IOException {
        OwnerOnly.newFolder(folder);
        if (!Files.isWritable(folder)) {
            throw new EvaluationException(folder + " is not writable; choose a new folder");
        }
        var other = otherFile(folder);
        if (other.isPresent()) {
            throw new EvaluationException(folder + " holds " + other.get().getFileName()
                    + ", which is no part of an earlier report; choose a new folder");
        }
        return new ReportFolder(folder);
    }

    /** A file that a report would not have written: any, unless the folder holds a report, then any but plots. */
    private static Optional<Path> otherFile(Path folder) throws IOException {
        var page = folder.resolve(PAGE);
        var isReport = Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(page).startsWith("# " + TITLE);
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !(isReport && isOfReport(file)))
                    .findFirst();
        }
    }

    private static boolean isOfReport(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && (name.equals(PAGE) || name.endsWith(".svg"));
    }

    /**
     * @param groups empty if no groups were measured
     * @return the page
     */
    public Path write(AccuracyReport report, Optional<GroupsReport> groups, Provenance provenance) throws IOException {
        write("roc.svg", Charts.roc(report));
        write("open-set.svg", Charts.openSet(report.openSet(), report.strangers()));
        write("reliability.svg", Charts.reliability(report));
        for (var series : report.degradations()) {
            write(series.name() + ".svg", Charts.degradation(DegradationSection.title(series), series));
        }
        return write(PAGE, page(report, groups, provenance));
    }

    private void write(String name, Chart chart) throws IOException {
        write(name, chart.svg());
    }

    /** Of a folder that others may read: a report names the photos that it is about. */
    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.deleteIfExists(file);
        try (var out = OwnerOnly.create(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String page(AccuracyReport report, Optional<GroupsReport> groups, Provenance provenance) {
        var page = new Markdown();
        page.title(TITLE);
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
        groups.ifPresent(measured -> GroupsSection.write(measured, page));
        return page.toString();
    }
}
