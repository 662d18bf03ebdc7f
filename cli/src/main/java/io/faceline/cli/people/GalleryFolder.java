package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.ingest.files.MediaFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a folder with one folder of photos per person, named after the person. */
public final class GalleryFolder {
    private GalleryFolder() {}

    /** The photos of each person, ordered by name. */
    public static Map<String, List<Path>> read(Path gallery) {
        if (!Files.isDirectory(gallery)) {
            throw CommandFailure.wrongUsage("--gallery: " + gallery + " is not a folder");
        }
        var people = new LinkedHashMap<String, List<Path>>();
        try (var folders = Files.list(gallery)) {
            folders.filter(GalleryFolder::isPerson)
                    .sorted()
                    .forEach(folder ->
                            people.put(folder.getFileName().toString(), MediaFiles.PHOTOS.of(List.of(folder))));
        } catch (IOException e) {
            throw CommandFailure.failed("--gallery: " + gallery + " cannot be read: " + e.getMessage());
        }
        if (people.isEmpty()) {
            throw CommandFailure.wrongUsage("--gallery: " + gallery
                    + " holds no folders; it must hold one folder of photos per person, named after the person");
        }
        return people;
    }

    private static boolean isPerson(Path path) {
        return Files.isDirectory(path) && !path.getFileName().toString().startsWith(".");
    }
}
