package io.faceline.evaluation.detection;

import io.faceline.evaluation.dataset.EvaluationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The faces of films, marked by hand once: every face that a person sees in a sampled frame, and those too dark, blurred
 * or turned away to be counted.
 */
final class FilmMarks {
    private static final String FILE = "film-faces.csv";
    private static final int CELLS = 8;

    private final List<Mark> marks;

    /** @param frame number of the frame, sampled at {@code framesPerSecond} */
    record Mark(String film, double framesPerSecond, int frame, FoundFaces.Box box, boolean isClear) {}

    private FilmMarks(List<Mark> marks) {
        this.marks = marks;
    }

    static FilmMarks load() {
        var stream = Objects.requireNonNull(FilmMarks.class.getResourceAsStream(FILE), FILE);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new FilmMarks(reader.lines().skip(1).map(FilmMarks::mark).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mark mark(String line) {
        var cells = line.split(",", -1);
        if (cells.length != CELLS) {
            throw new EvaluationException(FILE + ": not " + CELLS + " cells: " + line);
        }
        var box = new FoundFaces.Box(number(cells[3]), number(cells[4]), number(cells[5]), number(cells[6]));
        return new Mark(cells[0], number(cells[1]), Integer.parseInt(cells[2]), box, "face".equals(cells[7]));
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    /** The films in the order of their names. */
    List<String> films() {
        return marks.stream().map(Mark::film).distinct().sorted().toList();
    }

    /** The rate at which the frames of the film are numbered. */
    double framesPerSecond(String film) {
        return marks.stream()
                .filter(mark -> mark.film().equals(film))
                .mapToDouble(Mark::framesPerSecond)
                .findFirst()
                .orElseThrow();
    }

    List<Mark> of(String film, int frame) {
        return marks.stream()
                .filter(mark -> mark.film().equals(film) && mark.frame() == frame)
                .toList();
    }
}
