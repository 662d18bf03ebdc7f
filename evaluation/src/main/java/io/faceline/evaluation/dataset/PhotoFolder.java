package io.faceline.evaluation.dataset;

import io.faceline.contracts.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the JPEG photos below a folder, whoever they show. */
public final class PhotoFolder {
    private PhotoFolder() {}

    /** The first photos, ordered by path. */
    public static List<Blob> first(int count, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var photos = new ArrayList<Blob>();
            for (var file : files.filter(path -> path.toString().endsWith(".jpg"))
                    .sorted()
                    .limit(count)
                    .toList()) {
                photos.add(Blob.wrap(Files.readAllBytes(file)));
            }
            return photos;
        }
    }
}
