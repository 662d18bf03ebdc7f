package io.faceline.cli.report;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import java.nio.file.Path;
import java.util.List;

/** A row of the photo table: the number of faces and the decisions about them. */
public record PhotoRow(String file, int faces, List<String> names, String uncertain, String unknown) {
    public PhotoRow {
        names = List.copyOf(names);
    }

    static PhotoRow of(Path photo, Faces<MatchedFace> faces, PersonDirectory people) {
        var all = faces.faces();
        return new PhotoRow(
                photo.getFileName().toString(),
                all.size(),
                names(all, people),
                count(all, Decision.UNCERTAIN),
                count(all, Decision.UNKNOWN));
    }

    private static List<String> names(List<MatchedFace> faces, PersonDirectory people) {
        return faces.stream()
                .filter(face -> decision(face) == Decision.MATCH)
                .map(face -> name(face, people))
                .toList();
    }

    private static String name(MatchedFace face, PersonDirectory people) {
        var identification = face.identification();
        return identification == null
                ? ""
                : people.name(identification.candidates().get(0).person());
    }

    private static String count(List<MatchedFace> faces, Decision wanted) {
        var count = faces.stream().filter(face -> decision(face) == wanted).count();
        return count == 0 ? "–" : Long.toString(count);
    }

    private static Decision decision(MatchedFace face) {
        var identification = face.identification();
        return identification == null ? Decision.UNKNOWN : identification.decision();
    }
}
