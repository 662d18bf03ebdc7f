package io.faceline.systemtests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page as it is written: its scripts, and the keys of its texts. */
final class PageSources {
    private static final Path FOLDER =
            Path.of(System.getProperty("faceline.root"), "ui/src/main/resources/io/faceline/ui");
    private static final Path WORDS = FOLDER.resolve("strings/en.js");
    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)': ", Pattern.MULTILINE);

    private PageSources() {}

    /** Of all texts that there are. */
    static Set<String> keys() {
        return found(ENTRY, read(WORDS)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first group of whatever matches in the scripts other than the texts'. */
    static Set<String> inScripts(Pattern pattern) {
        return scripts().stream()
                .flatMap(script -> found(pattern, read(script)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words between the quotes of a list, such as {@code const TOPICS = ['one', 'two'];}. */
    static List<String> listed(String script, String beginning) {
        var text = read(FOLDER.resolve(script));
        var list = text.substring(text.indexOf(beginning) + beginning.length());
        return found(Pattern.compile("'([^']+)'"), list.substring(0, list.indexOf(';')))
                .toList();
    }

    private static List<Path> scripts() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".js") && !file.equals(WORDS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
