package io.faceline.ingest.files;

import java.nio.file.Path;
import java.util.List;

/**
 * The media files of a folder and of the folders below it.
 *
 * @param files ordered by path
 * @param warnings what cannot be read, one line each
 */
public record FolderContent(List<Path> files, LeftOut leftOut, List<String> warnings) {
    public FolderContent {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
