package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.SingleLine;
import io.faceline.contracts.person.PersonName;
import io.faceline.ingest.files.MediaFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a folder with one folder of photos per person, named after the person. */
public final class GalleryFolder {
    private static final int MAX_SHOWN = 40;

    private GalleryFolder() {}

    /**
     * The photos of each person, ordered by name. A folder whose name is no valid name of a person is skipped with a
     * warning.
     */
    public static Map<String, List<Path>> read(Path gallery, PrintWriter warnings) {
        if (!Files.isDirectory(gallery)) {
            throw CommandFailure.wrongUsage("--gallery: " + gallery + " is not a folder");
        }
        var people = new LinkedHashMap<String, List<Path>>();
        try (var folders = Files.list(gallery)) {
            folders.filter(GalleryFolder::isPerson)
                    .sorted()
                    .filter(folder -> isNamed(folder, warnings))
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

    private static boolean isNamed(Path folder, PrintWriter warnings) {
        var name = folder.getFileName().toString();
        var fault = PersonName.fault(name);
        fault.ifPresent(reason -> {
            warnings.println("warning: the folder \"" + shown(name) + "\" was skipped: " + reason);
            warnings.flush();
        });
        return fault.isEmpty();
    }

    /** The beginning of an invalid name, without the characters that make it so. */
    private static String shown(String name) {
        var visible = name.codePoints()
                .limit(MAX_SHOWN)
                .map(character -> SingleLine.allows(character) ? character : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return visible + (name.codePointCount(0, name.length()) > MAX_SHOWN ? "…" : "");
    }
}
