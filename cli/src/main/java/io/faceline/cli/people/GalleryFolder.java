package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.Warnings;
import io.faceline.contracts.person.PersonName;
import io.faceline.ingest.files.FolderContent;
import io.faceline.ingest.files.MediaFiles;
import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a folder with one folder of photos per person, named after the person. Warns of everything that it leaves out.
 * Not thread-safe.
 */
public final class GalleryFolder {
    private static final int MAX_SHOWN = 40;

    private final Path gallery;
    private final PrintWriter warnings;
    private final Map<String, List<Path>> people = new LinkedHashMap<>();
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final GalleryOmissions omissions = new GalleryOmissions();

    private GalleryFolder(Path gallery, PrintWriter warnings) {
        this.gallery = gallery;
        this.warnings = warnings;
    }

    /**
     * The photos of each person, ordered by name. A folder whose name is no valid name of a person is skipped with a
     * warning.
     */
    public static Map<String, List<Path>> read(Path gallery, PrintWriter warnings) {
        if (!Files.isDirectory(gallery)) {
            throw CommandFailure.wrongUsage("--gallery: " + gallery + " is not a folder");
        }
        return new GalleryFolder(gallery, warnings).read();
    }

    private Map<String, List<Path>> read() {
        entries().forEach(this::add);
        if (people.isEmpty()) {
            throw CommandFailure.wrongUsage("--gallery: " + gallery
                    + " holds no folders; it must hold one folder of photos per person, named after the person");
        }
        omissions.texts(gallery, people).forEach(this::warn);
        return people;
    }

    private List<Path> entries() {
        try (var entries = Files.list(gallery)) {
            return entries.filter(entry -> !fileName(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--gallery: " + gallery + " cannot be read: " + FileFault.reason(e));
        }
    }

    private void add(Path entry) {
        if (!Files.isDirectory(entry)) {
            omissions.beside(entry);
        } else if (isNamed(entry)) {
            add(entry, PersonName.normal(fileName(entry)), MediaFiles.PHOTOS.in(entry));
        }
    }

    private void add(Path folder, String name, FolderContent content) {
        content.warnings().forEach(this::warn);
        omissions.add(content.leftOut());
        var namesake = folders.putIfAbsent(PersonName.folded(name), folder);
        if (namesake != null) {
            warnOfNamesake(namesake, folder, name);
        }
        people.computeIfAbsent(name, any -> new ArrayList<>()).addAll(content.files());
    }

    private void warnOfNamesake(Path one, Path other, String name) {
        var folders = "the folders \"" + fileName(one) + "\" and \"" + fileName(other) + "\" ";
        warn(
                people.containsKey(name)
                        ? folders + "have the same name and are taken as one person"
                        : folders
                                + "differ in case or spaces only and are listed as two people of one name: if they show one"
                                + " person, put the photos into one folder, otherwise rename one");
    }

    private boolean isNamed(Path folder) {
        var name = fileName(folder);
        if (!CheckedName.isReadable(name)) {
            // Two names may look the same then, and all of a run may be affected.
            var message = "the folder \"" + shown(name) + "\" of the gallery has a name that cannot be read; "
                    + CheckedName.hint();
            if (CheckedName.isAsciiOnly()) {
                throw CommandFailure.wrongUsage(message);
            }
            warn(message + ". It was skipped");
            return false;
        }
        var fault = PersonName.fault(name);
        fault.ifPresent(reason -> warn("the folder \"" + shown(name) + "\" was skipped: " + reason));
        return fault.isEmpty();
    }

    private void warn(String warning) {
        Warnings.print(warnings, warning);
    }

    /** The beginning of an invalid name. */
    private static String shown(String name) {
        return name.codePointCount(0, name.length()) <= MAX_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_SHOWN)) + "…";
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }
}
