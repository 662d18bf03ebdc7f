package io.faceline.cli.output;

import io.faceline.cli.report.Plurals;
import io.faceline.contracts.Shown;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.tracking.summary.Visit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a video as text: the people and their appearances. */
public final class VideoText {
    private final PrintWriter out;
    private final Names names;
    private final PositionText positions;
    private final boolean everyFace;

    /** @param everyFace whether to write also one line per face of every frame */
    public VideoText(PrintWriter out, Names names, PositionText positions, boolean everyFace) {
        this.out = out;
        this.names = names;
        this.positions = positions;
        this.everyFace = everyFace;
    }

    void write(FileResult.WatchedFrame watched) {
        if (everyFace) {
            var outcome = watched.frame().match().outcome();
            var unused = outcome.fold(
                    faces -> print(watched, faces),
                    reason -> printLost(watched, reason.name()),
                    (code, message) -> printLost(watched, code + ": " + message));
            out.flush();
        }
    }

    private VideoText print(FileResult.WatchedFrame watched, Faces<?> image) {
        for (var face : watched.faces()) {
            out.printf(
                    Locale.ROOT,
                    "%s  %s  %s  %s  track %d%s%n",
                    Shown.of(watched.file()),
                    position(watched),
                    FaceText.pixels(face.face(), image),
                    FaceText.of(face.face().identification(), names.of(face.face())),
                    face.track().number(),
                    trackName(face));
        }
        return this;
    }

    private VideoText printLost(FileResult.WatchedFrame watched, String reason) {
        out.printf(Locale.ROOT, "%s  %s  failed  %s%n", Shown.of(watched.file()), position(watched), Shown.of(reason));
        return this;
    }

    private String position(FileResult.WatchedFrame watched) {
        return positions.of(watched.frame().position());
    }

    private String trackName(TrackedFace face) {
        var track = face.track();
        return track.decision() == Decision.MATCH
                ? ": " + Shown.of(names.of(Objects.requireNonNull(track.person())))
                : "";
    }

    void write(FileResult.WatchedVideo video) {
        var summary = video.summary();
        out.printf(
                Locale.ROOT,
                "%s  %s long, %s processed, %s%s%n",
                Shown.of(video.file()),
                PositionText.sinceBeginning().of(video.facts().duration()),
                Plurals.of(summary.frames(), "frame"),
                Plurals.of(summary.faces(), "face"),
                summary.lostFrames() == 0 ? "" : ", " + Plurals.of(summary.lostFrames(), "frame") + " failed");
        video.note().ifPresent(note -> out.println("  note: " + Shown.of(note)));
        summary.people().forEach(person -> write(names.of(person.person()), person.appearances()));
        summary.uncertain().forEach(this::write);
        summary.unknownToldApart().forEach(person -> write("unknown " + person.number(), person.appearances()));
        writePassing(summary.unknownPassing().size());
        if (summary.people().isEmpty()
                && summary.unknown().isEmpty()
                && summary.uncertain().isEmpty()) {
            out.println("  nobody seen");
        }
        out.flush();
    }

    private void writePassing(int count) {
        if (count > 0) {
            out.printf("  and %s too small, blurred or short to tell apart%n", Plurals.of(count, "face"));
        }
    }

    private void write(String who, List<Visit> appearances) {
        for (var appearance : appearances) {
            out.printf(Locale.ROOT, "  %-24s %s%n", Shown.of(who), text(appearance));
        }
    }

    private void write(UncertainSighting sighting) {
        out.printf(
                Locale.ROOT,
                "  %-24s %s  %s%n",
                Shown.of(names.of(sighting.person())) + "?",
                text(sighting.appearance()),
                reason(sighting));
    }

    private static String reason(UncertainSighting sighting) {
        return switch (sighting.cause()) {
            case UNSURE_FRAMES -> "uncertain: decide for yourself";
            case LIKE_SOMEBODY_NAMED ->
                String.format(
                        Locale.ROOT,
                        "uncertain: resembles the person elsewhere in the video (%.2f)",
                        sighting.similarity());
        };
    }

    private String text(Visit appearance) {
        var similarity = appearance.bestSimilarity();
        return String.format(
                Locale.ROOT,
                "%s – %s  %s%s  best at %s",
                positions.of(appearance.first()),
                positions.of(appearance.last()),
                Plurals.of(appearance.frames(), "frame"),
                similarity == null ? "" : String.format(Locale.ROOT, "  similarity %.2f", similarity),
                positions.of(appearance.bestShot().position()));
    }
}
