package io.faceline.standalone.cli;

import io.faceline.contracts.Faces;
import io.faceline.contracts.MatchedFace;
import java.nio.file.Path;

/** What became of one file. */
sealed interface FileResult {
    Path file();

    record Recognised(Path file, Faces<MatchedFace> faces) implements FileResult {}

    record FailedFile(Path file, String code, String message) implements FileResult {}
}
