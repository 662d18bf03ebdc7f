package io.faceline.cli.output;

import io.faceline.cli.report.Plurals;
import io.faceline.contracts.Shown;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes one line per face as text, and a summary. Boxes are in pixels of the upright image: {@code left,top
 * width×height}.
 */
public final class TextWriter implements ResultWriter {
    private final PrintWriter out;
    private final Names names;
    private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    private final Map<String, Integer> named = new TreeMap<>();
    private final VideoText videos;
    private int photos;
    private int failed;

    public TextWriter(PrintWriter out, Names names, VideoText videos) {
        this.out = out;
        this.names = names;
        this.videos = videos;
    }

    @Override
    public void write(FileResult result) {
        if (result instanceof FileResult.FailedFile it) {
            failed++;
            out.printf(Locale.ROOT, "%s  failed  %s: %s%n", Shown.of(it.file()), it.code(), Shown.of(it.message()));
        } else if (result instanceof FileResult.LostFrame it) {
            out.printf(
                    Locale.ROOT,
                    "%s  frame at %.2f s lost  %s: %s%n",
                    Shown.of(it.file()),
                    it.position(),
                    it.code(),
                    Shown.of(it.message()));
        } else if (result instanceof FileResult.Recognised it) {
            photos++;
            write(it);
        } else if (result instanceof FileResult.WatchedFrame it) {
            videos.write(it);
        } else if (result instanceof FileResult.WatchedVideo it) {
            videos.write(it);
        }
        out.flush();
    }

    private void write(FileResult.Recognised recognised) {
        var faces = recognised.faces();
        if (faces.faces().isEmpty()) {
            out.printf(Locale.ROOT, "%s  no face%n", Shown.of(recognised.file()));
        }
        for (var face : faces.faces()) {
            var identification = face.identification();
            if (identification != null) {
                count(face, identification);
                out.printf(
                        Locale.ROOT,
                        "%s  %s  %s%n",
                        Shown.of(recognised.file()),
                        FaceText.pixels(face, faces),
                        FaceText.of(identification, names.of(face)));
            }
        }
    }

    private void count(MatchedFace face, Identification identification) {
        decisions.merge(identification.decision(), 1, Integer::sum);
        names.of(face).ifPresent(name -> named.merge(name, 1, Integer::sum));
    }

    @Override
    public void end() {
        if (photos > 0) {
            writePhotoSummary();
        }
        if (failed > 0) {
            out.println(Plurals.of(failed, "file") + " failed");
        }
        out.flush();
    }

    private void writePhotoSummary() {
        var faces = decisions.values().stream().mapToInt(Integer::intValue).sum();
        out.printf(
                Locale.ROOT,
                "%s, %s: %d match, %d uncertain, %d unknown%n",
                Plurals.of(photos, "photo"),
                Plurals.of(faces, "face"),
                decisions.getOrDefault(Decision.MATCH, 0),
                decisions.getOrDefault(Decision.UNCERTAIN, 0),
                decisions.getOrDefault(Decision.UNKNOWN, 0));
        if (!named.isEmpty()) {
            out.println(named.entrySet().stream()
                    .map(entry -> Shown.of(entry.getKey()) + " " + entry.getValue() + "×")
                    .collect(Collectors.joining(", ", "seen: ", "")));
        }
    }
}
