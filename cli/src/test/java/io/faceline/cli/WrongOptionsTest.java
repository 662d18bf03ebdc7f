package io.faceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A wrong value of any option of any command ends it with one line that names the option. Nothing is created. */
class WrongOptionsTest {
    /** Wrong values beside those that the type of an option gives; FILE is a file, MISSING does not exist. */
    private static final Map<String, List<String>> WRONG = Map.ofEntries(
            Map.entry("--data", List.of("FILE", "FILE/data")),
            Map.entry("--bootstrap-servers", List.of("nonsense", "host:port", "host:0", ",")),
            Map.entry("--models", List.of("FILE", "MISSING")),
            Map.entry("--detector", List.of("no-such-detector", "")),
            Map.entry("--embedder", List.of("no-such-embedder", "")),
            Map.entry("--gallery", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--images", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--probes", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--strangers", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--pairs", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--annotate", List.of("FILE", "FILE/copies")),
            Map.entry("--best-shots", List.of("FILE", "FILE/shots")),
            Map.entry("--report", List.of("EMPTY", "FILE", "FILE/page.html", "MISSING/page.html")),
            Map.entry("--person", List.of("a\uFFFDb", " ")),
            Map.entry("--fps", List.of("0", "-1", "NaN", "1e9")),
            Map.entry("--start", List.of("25:00:00", "noon", "2026-13-01T10:00:00")),
            Map.entry("--port", List.of("-1", "65536")),
            Map.entry("--kafka-port", List.of("0", "65536")),
            Map.entry("--host", List.of("no.such.host.invalid", "")),
            Map.entry("--open-set", List.of("0", "-1", "1000")),
            Map.entry("--gallery-size", List.of("0", "-1", "1000")),
            Map.entry("--threshold-gallery-size", List.of("0", "-1", "1000")),
            Map.entry("--photos", List.of("0", "-1")),
            Map.entry("--only", List.of("nonsense")),
            Map.entry("--masks", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--children", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--groups", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--cache", List.of("FILE", "FILE/cache")),
            Map.entry("--splits", List.of("0", "-1")),
            Map.entry("--max-people", List.of("0", "-1")),
            Map.entry("--count", List.of("0", "-1")),
            Map.entry("--rotate", List.of("45")),
            Map.entry("--aspect", List.of("wide")),
            Map.entry("--smallest-face", List.of("0")),
            Map.entry("--threshold", List.of("1.5", "NaN")),
            Map.entry("--for", List.of("soon", "0s")),
            Map.entry("--secret", List.of("NO_SUCH_SECRET", "lower")),
            Map.entry("--certificate", List.of("FILE", "MISSING", "EMPTY")),
            Map.entry("--save-certificate", List.of("FILE", "MISSING/door.pem")),
            Map.entry("--picture", List.of("FILE", "EMPTY", "MISSING/door.jpg")),
            Map.entry("--cameras", List.of("MISSING", "EMPTY")),
            Map.entry("--learned-from", List.of()),
            Map.entry("--last", List.of("0m", "25h", "1d", "")),
            Map.entry("--seed", List.of("")));

    /** Arguments with which a command would run. */
    private static final Map<String, List<String>> OTHERS = Map.ofEntries(
            Map.entry("faceline recognize", List.of("PHOTO")),
            Map.entry("faceline watch", List.of("rtsp://127.0.0.1:1/stream1")),
            Map.entry("faceline cameras check", List.of("rtsp://127.0.0.1:1/stream1")),
            Map.entry("faceline enroll", List.of("Ada", "PHOTO")),
            Map.entry("faceline evaluate report", List.of("REPORT")),
            Map.entry("faceline evaluate learn-recognisability", List.of("REPORT")),
            Map.entry("faceline people rename", List.of("Ada", "Eve")),
            Map.entry("faceline people delete", List.of("Ada")),
            Map.entry("faceline people export", List.of("EXPORT")),
            Map.entry("faceline people import", List.of("IMPORT")),
            Map.entry("faceline rules check", List.of("RULES")),
            Map.entry("faceline rules import", List.of("RULES")),
            Map.entry("faceline rules try", List.of("RULES")),
            Map.entry("faceline rules delete", List.of("back-door")));

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("file"), "of the user");
        Files.writeString(folder.resolve("photo.jpg"), "no photo");
        Files.createFile(folder.resolve("import.jsonl"));
        Files.writeString(folder.resolve("rules.yml"), "rules: []\n");
        Files.createDirectory(folder.resolve("empty"));
        for (var person : List.of("Ada", "Eve")) {
            var photos = Files.createDirectories(folder.resolve("people").resolve(person));
            Files.writeString(photos.resolve("a.jpg"), "no photo");
            Files.writeString(photos.resolve("b.jpg"), "no photo");
        }
    }

    record Wrong(String command, String option, String value) {}

    static Stream<Wrong> options() {
        return commands(new CommandLine(new FacelineCommand()))
                .flatMap(command -> command.getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        // Which reads a file and opens nothing.
                        .filter(option ->
                                !command.getCommandSpec().qualifiedName().equals("faceline rules check"))
                        .flatMap(option -> values(option)
                                .map(value -> new Wrong(
                                        command.getCommandSpec().qualifiedName(), option.longestName(), value))));
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(WrongOptionsTest::commands));
    }

    private static Stream<String> values(OptionSpec option) {
        var byType = option.type() == boolean.class || isNumber(option) ? Stream.of("wrong") : Stream.<String>of();
        var known = WRONG.get(option.longestName());
        assertThat(known != null || option.type() == boolean.class)
                .as("wrong values of " + option.longestName())
                .isTrue();
        return Stream.concat(byType, known == null ? Stream.of() : known.stream());
    }

    private static boolean isNumber(OptionSpec option) {
        return option.type().isPrimitive() || Number.class.isAssignableFrom(option.type());
    }

    @ParameterizedTest
    @MethodSource("options")
    void wrongValue_endsTheCommandWithOneLineThatNamesTheOption(Wrong wrong) throws IOException {
        var before = content();

        var run = CommandLineRun.of(arguments(wrong));

        run.assertRefusedInOneLine(wrong.option.substring(2));
        assertThat(content()).isEqualTo(before);
    }

    private String[] arguments(Wrong wrong) {
        var words = new ArrayList<>(List.of(wrong.command.split(" ")));
        words.remove(0);
        words.add(wrong.option + "=" + place(wrong.value));
        needed(wrong).forEach(word -> words.add(place(word)));
        OTHERS.getOrDefault(wrong.command, List.of()).forEach(word -> words.add(place(word)));
        return words.toArray(String[]::new);
    }

    /** Options without which this one has no meaning, and a data folder that ends the command should the value pass. */
    private static List<String> needed(Wrong wrong) {
        var needed = new ArrayList<String>();
        if (!wrong.command.startsWith("faceline evaluate")) {
            if (List.of("recognize", "watch", "enroll", "people", "rules", "up")
                            .contains(wrong.command.split(" ", -1)[1])
                    && !wrong.option.equals("--data")) {
                needed.add("--data=FILE/other");
            }
            return needed;
        }
        if (wrong.command.equals("faceline evaluate detection")) {
            return wrong.option.equals("--data") ? needed : List.of("--data=PEOPLE");
        }
        if (wrong.command.equals("faceline evaluate learn-recognisability") && !wrong.option.equals("--photos")) {
            needed.add("--photos=PEOPLE/Ada");
        }
        var isSearch = List.of("--gallery", "--probes", "--strangers").contains(wrong.option);
        if (isSearch) {
            Stream.of("--gallery", "--probes")
                    .filter(option -> !option.equals(wrong.option))
                    .forEach(option -> needed.add(option + "=PEOPLE"));
        } else if (!wrong.option.equals("--images")) {
            needed.add("--images=PEOPLE");
        }
        sizes(wrong.command).filter(size -> !size.equals(wrong.option)).forEach(size -> needed.add(size + "=1"));
        if (wrong.command.equals("faceline evaluate")
                && !isSearch
                && !List.of("--open-set", "--pairs").contains(wrong.option)) {
            needed.add("--open-set=1");
        }
        return needed;
    }

    /** Options whose default is too large for the people here. */
    private static Stream<String> sizes(String command) {
        return switch (command) {
            case "faceline evaluate report",
                    "faceline evaluate groups",
                    "faceline evaluate recognisability",
                    "faceline evaluate templates" -> Stream.of("--gallery-size");
            case "faceline evaluate calibrate" -> Stream.of("--gallery-size", "--threshold-gallery-size");
            default -> Stream.of();
        };
    }

    private String place(String text) {
        return text.replace("FILE", folder.resolve("file").toString())
                .replace("MISSING", folder.resolve("missing").toString())
                .replace("EMPTY", folder.resolve("empty").toString())
                .replace("PHOTO", folder.resolve("photo.jpg").toString())
                .replace("PEOPLE", folder.resolve("people").toString())
                .replace("RULES", folder.resolve("rules.yml").toString())
                .replace("REPORT", folder.resolve("report").toString())
                .replace("IMPORT", folder.resolve("import.jsonl").toString())
                .replace("EXPORT", folder.resolve("export.jsonl").toString());
    }

    private List<Path> content() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
