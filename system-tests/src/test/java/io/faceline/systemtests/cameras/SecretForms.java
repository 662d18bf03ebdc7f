package io.faceline.systemtests.cameras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The texts by which passwords could be read: as they are, in percent signs and in base64. */
final class SecretForms {
    /** Larger files are none of ours. */
    private static final long MAX_BYTES = 256L << 20;

    private final Set<String> forms = new LinkedHashSet<>();

    SecretForms(String user, List<String> passwords) {
        for (var password : passwords) {
            forms.add(password);
            forms.add(URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20"));
            forms.add(base64(password));
            forms.add(base64(user + ":" + password));
        }
    }

    /** Without its end, which depends on what follows. */
    private static String base64(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, bytes.length);
    }

    boolean areIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** Files below a folder that were written since then and contain one. Those that go meanwhile are passed over. */
    List<Path> filesIn(Path folder, FileTime since) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()
                            && attributes.size() < MAX_BYTES
                            && attributes.lastModifiedTime().compareTo(since) >= 0
                            && read(file).filter(SecretForms.this::areIn).isPresent()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** What anybody may read of a process, and what its owner may. */
    boolean areToldBy(ProcessHandle process) {
        var folder = Path.of("/proc", "" + process.pid());
        return List.of("cmdline", "environ").stream()
                .flatMap(name -> read(folder.resolve(name)).stream())
                .anyMatch(this::areIn);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
