package io.faceline.cli.output;

import io.faceline.contracts.Shown;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formats a face as text. */
final class FaceText {
    private FaceText() {}

    /** The decision and its basis. */
    static String of(Identification identification, Optional<String> name) {
        var line = new StringBuilder();
        line.append(String.format(
                Locale.ROOT,
                "%-9s %s",
                identification.decision().name().toLowerCase(Locale.ROOT),
                name.map(Shown::of).orElse("–")));
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

    /** The box in pixels of the upright image: {@code left,top width×height}. */
    static String pixels(MatchedFace face, Faces<?> image) {
        var box = face.face().box();
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f %.0f×%.0f",
                box.x() * image.imageWidth(),
                box.y() * image.imageHeight(),
                box.w() * image.imageWidth(),
                box.h() * image.imageHeight());
    }
}
