package io.faceline.systemtests.privacy;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Small photos of well-known people (LFW), which are not part of the project. */
public record LfwPhoto(String human, int number) {
    private static final List<String> VISITORS = List.of(
            "Colin_Powell",
            "Hugo_Chavez",
            "Jennifer_Capriati",
            "Lleyton_Hewitt",
            "Laura_Bush",
            "Andre_Agassi",
            "Vicente_Fox",
            "David_Beckham");
    private static final List<String> EVERYBODYS = List.of("Nicole_Kidman", "Tiger_Woods", "Tony_Blair");

    /** Whom sessions enroll: of each human two photos. */
    public static List<LfwPhoto> ofVisitors() {
        return VISITORS.stream()
                .flatMap(human -> Stream.of(new LfwPhoto(human, 3), new LfwPhoto(human, 4)))
                .toList();
    }

    /** Whom the shared gallery holds. */
    public static List<LfwPhoto> ofEverybody() {
        return EVERYBODYS.stream().map(human -> new LfwPhoto(human, 3)).toList();
    }

    public byte[] jpeg() {
        var file = Path.of(System.getProperty("faceline.shared"), "data", "lfw", human)
                .resolve(String.format("%s_%04d.jpg", human, number));
        assumeThat(file)
                .as("the shared test data, which is not part of the project")
                .exists();
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
