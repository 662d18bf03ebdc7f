package io.faceline.evaluation.dataset;

import io.faceline.runtime.settings.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pairs file of LFW's view 2: a line with the number of folds and of pairs, then for each fold so many pairs of one
 * person ({@code name, number, number}), then as many of two people ({@code name, number, name, number}), all separated
 * by tabs. Photo 7 of Ada_Lovelace is {@code Ada_Lovelace/Ada_Lovelace_0007.jpg}.
 */
public record PairsFile(int folds, List<PhotoPair> pairs) {
    private static final int MIN_FOLDS = 2;
    private static final List<String> EXTENSIONS = List.of(".jpg", ".jpeg", ".png");

    public PairsFile {
        pairs = List.copyOf(pairs);
    }

    /** @throws EvaluationException naming the line that is invalid or whose photo is missing */
    public static PairsFile read(Path file, Path images) {
        if (!Files.isDirectory(images)) {
            throw new EvaluationException("--images: " + images + " is not a folder");
        }
        return new Reader(file, lines(file), images).read();
    }

    /** Every photo once, by first occurrence. */
    public List<Path> photos() {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .distinct()
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new EvaluationException("--pairs: " + file + " cannot be read: " + FileFault.reason(e), e);
        }
    }

    private static final class Reader {
        private final Path file;
        private final List<String> lines;
        private final Path images;
        private int next;

        Reader(Path file, List<String> lines, Path images) {
            this.file = file;
            this.lines = lines;
            this.images = images;
        }

        PairsFile read() {
            var header = fields("the number of folds and the number of pairs of a fold", 2);
            var folds = number(header[0]);
            var perFold = number(header[1]);
            if (folds < MIN_FOLDS) {
                throw invalid("at least two folds are required, as the threshold of a fold is chosen on the others");
            }
            var pairs = new ArrayList<PhotoPair>();
            for (var fold = 0; fold < folds; fold++) {
                for (var i = 0; i < perFold; i++) {
                    pairs.add(samePerson(fold));
                }
                for (var i = 0; i < perFold; i++) {
                    pairs.add(differentPeople(fold));
                }
            }
            checkEnd(pairs.size());
            return new PairsFile(folds, pairs);
        }

        private PhotoPair samePerson(int fold) {
            var fields = fields("a pair of one person: name, number, number", 3);
            return new PhotoPair(fold, photo(fields[0], fields[1]), photo(fields[0], fields[2]), true);
        }

        private PhotoPair differentPeople(int fold) {
            var fields = fields("a pair of two people: name, number, name, number", 4);
            return new PhotoPair(fold, photo(fields[0], fields[1]), photo(fields[2], fields[3]), false);
        }

        private String[] fields(String expected, int count) {
            if (next == lines.size()) {
                throw new EvaluationException(
                        "--pairs: " + file + " ends after line " + next + ", expected " + expected);
            }
            var fields = lines.get(next++).strip().split("\t", -1);
            if (fields.length != count) {
                throw invalid("expected " + expected + ", separated by tabs, was \"" + lines.get(next - 1) + "\"");
            }
            return fields;
        }

        private int number(String field) {
            try {
                var number = Integer.parseInt(field.strip());
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Rejected below, like 0 and less.
            }
            throw invalid("expected a number from 1, was \"" + field + "\"");
        }

        private Path photo(String name, String number) {
            var stem = name.strip() + "_" + String.format("%04d", number(number));
            var folder = images.resolve(name.strip());
            return EXTENSIONS.stream()
                    .map(extension -> folder.resolve(stem + extension))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> invalid("missing photo " + folder.resolve(stem + EXTENSIONS.get(0))));
        }

        private void checkEnd(int pairs) {
            for (; next < lines.size(); next++) {
                if (!lines.get(next).isBlank()) {
                    next++;
                    throw invalid("more than the " + pairs + " pairs that the header declares");
                }
            }
        }

        private EvaluationException invalid(String reason) {
            return new EvaluationException("--pairs: " + file + " line " + next + ": " + reason);
        }
    }
}
