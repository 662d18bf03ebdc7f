package io.faceline.vision.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Arguments of bubblewrap for a JVM that has no network unless it reads cameras, sees no other process, and of all files only the system's
 * libraries, the JDK, the class path and the given ones, read-only.
 */
final class Sandbox {
    private static final List<String> LINKS_OR_FOLDERS = List.of("/lib", "/lib64", "/lib32", "/bin");
    private static final List<String> WALLS =
            List.of("--unshare-all", "--die-with-parent", "--new-session", "--proc", "/proc", "--dev", "/dev");
    private static final int DEPTH_OF_JDK = 3;

    private Sandbox() {}

    /** A command that succeeds where bubblewrap may be used. */
    static List<String> trial(Path bubblewrap) {
        var command = new ArrayList<>(List.of(bubblewrap.toString(), "--ro-bind", "/", "/"));
        command.addAll(WALLS);
        command.add("true");
        return command;
    }

    /**
     * @param files the files, folders and devices that the process may read besides
     * @param needsNetwork whether it keeps the network
     */
    static List<String> command(Path bubblewrap, List<Path> files, boolean needsNetwork) {
        var command = new ArrayList<>(List.of(bubblewrap.toString()));
        command.addAll(WALLS);
        if (needsNetwork) {
            command.add("--share-net");
        }
        command.addAll(List.of("--tmpfs", "/tmp", "--ro-bind", "/usr", "/usr"));
        for (var name : LINKS_OR_FOLDERS) {
            command.addAll(linkOrFolder(Path.of(name)));
        }
        command.addAll(List.of("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"));
        for (var file : readable(files)) {
            command.addAll(List.of(bind(file), file.toString(), file.toString()));
        }
        return command;
    }

    /** Devices cannot be opened through the other kind of binding. */
    private static String bind(Path file) {
        return file.startsWith("/dev") ? "--dev-bind-try" : "--ro-bind-try";
    }

    private static List<String> linkOrFolder(Path path) {
        try {
            return Files.isSymbolicLink(path)
                    ? List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString())
                    : List.of("--ro-bind-try", path.toString(), path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> readable(List<Path> files) {
        var readable = new LinkedHashSet<Path>();
        var jdk = Path.of(System.getProperty("java.home")).toAbsolutePath();
        readable.add(jdk);
        readable.addAll(configurationOf(jdk));
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            // An empty entry would be the working folder with all that is in it.
            if (!entry.isEmpty()) {
                readable.add(Path.of(entry).toAbsolutePath());
            }
        }
        readable.addAll(librariesOf(readable));
        files.forEach(file -> readable.add(file.toAbsolutePath()));
        return readable;
    }

    /** Distributions keep the JDK's configuration in /etc and link to it. */
    private static Set<Path> configurationOf(Path jdk) {
        var targets = new LinkedHashSet<Path>();
        try (var all = Files.walk(jdk.toRealPath(), DEPTH_OF_JDK)) {
            for (var link : (Iterable<Path>) all.filter(Files::isSymbolicLink)::iterator) {
                if (Files.exists(link) && !link.toRealPath().startsWith("/usr")) {
                    targets.add(link.toRealPath());
                }
            }
            return targets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar that is started by {@code java -jar} names the others in its manifest, beside it in lib/. */
    private static List<Path> librariesOf(Set<Path> classPath) {
        return classPath.stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .flatMap(jar -> Stream.ofNullable(jar.resolveSibling("lib")))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }
}
