package io.faceline.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.Shown;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.serde.Mappers;
import io.faceline.contracts.track.TrackedFace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes one JSON line per frame. The fields are a public contract, see docs/reference/command-line.md. */
public final class JsonLinesWriter implements ResultWriter {
    private final PrintWriter out;
    private final Names names;
    private final PositionText positions;

    record FrameLine(
            String file, Double position, String time, int imageWidth, int imageHeight, List<FaceLine> faces) {}

    record FaceLine(
            BoundingBox box,
            Landmarks landmarks,
            double detectionConfidence,
            Quality quality,
            Decision decision,
            String person,
            Double similarity,
            Double confidence,
            List<CandidateLine> candidates,
            List<Reason> reasons,
            @OmittedIfAbsent Double adjustedSimilarity,
            TrackLine track) {}

    record TrackLine(long id, Decision decision, String person) {}

    record CandidateLine(String person, double similarity) {}

    record FailedLine(String file, Double position, String time, ErrorLine error) {}

    record ErrorLine(String code, String message) {}

    public JsonLinesWriter(PrintWriter out, Names names, PositionText positions) {
        this.out = out;
        this.names = names;
        this.positions = positions;
    }

    @Override
    public void write(FileResult result) {
        if (result instanceof FileResult.FailedFile it) {
            print(new FailedLine(it.file().toString(), null, null, new ErrorLine(it.code(), it.message())));
        } else if (result instanceof FileResult.LostFrame it) {
            printLost(it.file(), it.position(), it.code(), it.message());
        } else if (result instanceof FileResult.Recognised it) {
            printFaces(
                    it.file(),
                    null,
                    it.faces(),
                    it.faces().faces().stream().map(face -> line(face, null)).toList());
        } else if (result instanceof FileResult.WatchedFrame it) {
            write(it);
        }
    }

    private void write(FileResult.WatchedFrame watched) {
        var frame = watched.frame();
        var faces = watched.faces().stream()
                .map(face -> line(face.face(), track(face)))
                .toList();
        frame.match()
                .outcome()
                .fold(
                        found -> printFaces(watched.file(), frame.position(), found, faces),
                        reason -> printLost(watched.file(), frame.position(), reason.name(), "the frame was dropped"),
                        (code, message) -> printLost(watched.file(), frame.position(), code.name(), message));
    }

    private JsonLinesWriter printFaces(Path file, Double position, Faces<?> image, List<FaceLine> faces) {
        print(new FrameLine(file.toString(), position, time(position), image.imageWidth(), image.imageHeight(), faces));
        return this;
    }

    private JsonLinesWriter printLost(Path file, double position, String code, String message) {
        print(new FailedLine(file.toString(), position, time(position), new ErrorLine(code, message)));
        return this;
    }

    private String time(Double position) {
        return position == null ? null : positions.time(position).orElse(null);
    }

    private TrackLine track(TrackedFace face) {
        var track = face.track();
        var person = Optional.ofNullable(track.person()).filter(known -> track.decision() == Decision.MATCH);
        return new TrackLine(
                track.number(), track.decision(), person.map(names::of).orElse(null));
    }

    private FaceLine line(MatchedFace matched, TrackLine track) {
        var face = matched.face();
        var identification = matched.identification();
        if (identification == null) {
            throw new IllegalStateException("face " + face.index() + " of a probe has no identification");
        }
        return new FaceLine(
                face.box(),
                face.landmarks(),
                face.confidence(),
                face.quality(),
                identification.decision(),
                names.of(matched).orElse(null),
                identification.similarity(),
                identification.confidence(),
                identification.candidates().stream().map(this::line).toList(),
                identification.reasons(),
                identification.adjustedSimilarity(),
                track);
    }

    private CandidateLine line(Candidate candidate) {
        return new CandidateLine(names.of(candidate.person()), candidate.similarity());
    }

    private void print(Object line) {
        try {
            // Escapes what may control a terminal; the values stay the same.
            out.println(Shown.of(Mappers.JSON.writeValueAsString(line)));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written as JSON", e);
        }
    }

    @Override
    public void end() {
        out.flush();
    }
}
