package io.faceline.cli.report;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The photos of a run, a line each: how many faces, and who. */
final class PhotoSection {
    private final PersonDirectory subjects;
    private final List<Html> rows = new ArrayList<>();

    PhotoSection(PersonDirectory subjects) {
        this.subjects = subjects;
    }

    void add(Path photo, Faces<MatchedFace> faces) {
        rows.add(Tag.of(
                "tr",
                Tag.of("th", Tag.of("bdi", photo.getFileName().toString())).with("scope", "row"),
                Tag.of("td.number", Integer.toString(faces.faces().size())),
                Tag.of("td", names(faces.faces())),
                Tag.of("td.number", count(faces.faces(), Decision.UNCERTAIN)),
                Tag.of("td.number", count(faces.faces(), Decision.UNKNOWN))));
    }

    int size() {
        return rows.size();
    }

    private Html names(List<MatchedFace> faces) {
        return Html.all(faces.stream()
                .filter(face -> decision(face) == Decision.MATCH)
                .map(face -> Tag.of("bdi.name", name(face)))
                .toList());
    }

    private String name(MatchedFace face) {
        var identification = face.identification();
        return identification == null
                ? ""
                : subjects.name(identification.candidates().get(0).person());
    }

    private static String count(List<MatchedFace> faces, Decision wanted) {
        var count = faces.stream().filter(face -> decision(face) == wanted).count();
        return count == 0 ? "–" : Long.toString(count);
    }

    private static Decision decision(MatchedFace face) {
        var identification = face.identification();
        return identification == null ? Decision.UNKNOWN : identification.decision();
    }

    Html html() {
        if (rows.isEmpty()) {
            return Html.nothing();
        }
        var titles = List.of("photo", "faces", "named", "uncertain", "unknown").stream()
                .map(title -> Tag.of("th", title).with("scope", "col"))
                .toList();
        return Tag.of(
                "section.photos",
                Tag.of("h2", "Photos"),
                Tag.of("table.list", Tag.of("thead", Tag.of("tr", titles)), Tag.of("tbody", rows)));
    }
}
