package io.faceline.systemtests.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a data folder, all of them, to be searched byte by byte. */
public record DataFiles(Path folder) {
    /** In which files, by folder, each of these is found; what is found nowhere is left out. */
    public Map<String, Set<String>> find(Map<String, byte[]> wanted) {
        var found = new TreeMap<String, Set<String>>();
        for (var file : files()) {
            var content = read(file);
            wanted.forEach((label, bytes) -> {
                if (content.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                    found.computeIfAbsent(label, any -> new TreeSet<>())
                            .add(file.getParent().getFileName().toString());
                }
            });
        }
        return found;
    }

    /** Kafka renames and deletes files meanwhile: what went is passed over. */
    private List<Path> files() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Bytes as characters, of which Java searches many at a time. A file may go meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
