package io.faceline.standalone.cli;

import io.faceline.contracts.Decision;
import io.faceline.contracts.Faces;
import io.faceline.contracts.Identification;
import io.faceline.contracts.MatchedFace;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A line a face for a person to read, and a summary. Boxes are in pixels of the upright image: {@code left,top width×height}. */
final class TextWriter implements ResultWriter {
    private final PrintWriter out;
    private final Names names;
    private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    private final Map<String, Integer> named = new TreeMap<>();
    private int files;
    private int failed;

    TextWriter(PrintWriter out, Names names) {
        this.out = out;
        this.names = names;
    }

    @Override
    public void write(FileResult result) {
        files++;
        if (result instanceof FileResult.FailedFile failure) {
            failed++;
            out.printf(Locale.ROOT, "%s  failed  %s: %s%n", failure.file(), failure.code(), failure.message());
        } else if (result instanceof FileResult.Recognised recognised) {
            write(recognised);
        }
        out.flush();
    }

    private void write(FileResult.Recognised recognised) {
        var faces = recognised.faces();
        if (faces.faces().isEmpty()) {
            out.printf(Locale.ROOT, "%s  no face%n", recognised.file());
        }
        for (var face : faces.faces()) {
            var identification = face.identification();
            if (identification != null) {
                count(face, identification);
                out.printf(
                        Locale.ROOT,
                        "%s  %s  %s%n",
                        recognised.file(),
                        pixels(face, faces),
                        text(face, identification));
            }
        }
    }

    private void count(MatchedFace face, Identification identification) {
        decisions.merge(identification.decision(), 1, Integer::sum);
        names.of(face).ifPresent(name -> named.merge(name, 1, Integer::sum));
    }

    private String text(MatchedFace face, Identification identification) {
        var line = new StringBuilder();
        line.append(String.format(
                Locale.ROOT,
                "%-9s %s",
                identification.decision().name().toLowerCase(Locale.ROOT),
                names.of(face).orElse("–")));
        if (identification.similarity() != null && identification.confidence() != null) {
            line.append(String.format(
                    Locale.ROOT,
                    "  similarity %.2f  confidence %.0f %%",
                    identification.similarity(),
                    100 * identification.confidence()));
        }
        if (!identification.reasons().isEmpty()) {
            line.append(identification.reasons().stream().map(Enum::name).collect(Collectors.joining(", ", "  ", "")));
        }
        return line.toString();
    }

    private static String pixels(MatchedFace face, Faces<?> image) {
        var box = face.face().box();
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f %.0f×%.0f",
                box.x() * image.imageWidth(),
                box.y() * image.imageHeight(),
                box.w() * image.imageWidth(),
                box.h() * image.imageHeight());
    }

    @Override
    public void end() {
        var faces = decisions.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(
                Locale.ROOT,
                "%d files, %d faces: %d match, %d uncertain, %d unknown; %d files failed%n",
                files,
                faces,
                decisions.getOrDefault(Decision.MATCH, 0),
                decisions.getOrDefault(Decision.UNCERTAIN, 0),
                decisions.getOrDefault(Decision.UNKNOWN, 0),
                failed);
        if (!named.isEmpty()) {
            out.println(named.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue() + "×")
                    .collect(Collectors.joining(", ", "seen: ", "")));
        }
        out.flush();
    }
}
