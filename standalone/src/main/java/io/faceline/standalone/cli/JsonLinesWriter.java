package io.faceline.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.BoundingBox;
import io.faceline.contracts.Candidate;
import io.faceline.contracts.Decision;
import io.faceline.contracts.Landmarks;
import io.faceline.contracts.MatchedFace;
import io.faceline.contracts.Quality;
import io.faceline.contracts.Reason;
import io.faceline.contracts.serde.Mappers;
import java.io.PrintWriter;
import java.util.List;

/** A line of JSON a frame, for programs. Its fields are a promise to them: docs/reference/command-line.md. */
final class JsonLinesWriter implements ResultWriter {
    private final PrintWriter out;
    private final Names names;

    record FrameLine(String file, Double position, int imageWidth, int imageHeight, List<FaceLine> faces) {}

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
            List<Reason> reasons) {}

    record CandidateLine(String person, double similarity) {}

    record FailedLine(String file, ErrorLine error) {}

    record ErrorLine(String code, String message) {}

    JsonLinesWriter(PrintWriter out, Names names) {
        this.out = out;
        this.names = names;
    }

    @Override
    public void write(FileResult result) {
        if (result instanceof FileResult.FailedFile failed) {
            print(new FailedLine(failed.file().toString(), new ErrorLine(failed.code(), failed.message())));
        } else if (result instanceof FileResult.Recognised recognised) {
            var faces = recognised.faces();
            print(new FrameLine(
                    recognised.file().toString(),
                    null,
                    faces.imageWidth(),
                    faces.imageHeight(),
                    faces.faces().stream().map(this::line).toList()));
        }
    }

    private FaceLine line(MatchedFace matched) {
        var face = matched.face();
        var identification = matched.identification();
        if (identification == null) {
            throw new IllegalStateException("A probe is identified, face " + face.index() + " was not");
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
                identification.reasons());
    }

    private CandidateLine line(Candidate candidate) {
        return new CandidateLine(names.of(candidate.person()), candidate.similarity());
    }

    private void print(Object line) {
        try {
            out.println(Mappers.JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of results cannot be written as JSON", e);
        }
    }

    @Override
    public void end() {
        out.flush();
    }
}
