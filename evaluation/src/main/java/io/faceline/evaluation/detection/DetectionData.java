package io.faceline.evaluation.detection;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Point;
import io.faceline.evaluation.dataset.EvaluationException;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.decode.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that detection is measured on.
 *
 * @param folder with films, video, photos, masks and lfw
 * @param wallpapers images without a face; may be empty
 */
public record DetectionData(Path folder, List<Path> wallpapers, ImageDecoder decoder) {
    private static final String WALLPAPER = "(?i).*/(contents/images/.*\\.(jpe?g|png)|gnome/.*\\.webp)";
    private static final String PHOTO = "(?i).*\\.(jpe?g|png)";

    /** More pixels show no other scene, and take longer. */
    private static final int MAX_WALLPAPER_BYTES = 4 << 20;

    public DetectionData {
        wallpapers = List.copyOf(wallpapers);
    }

    /** The wallpapers of Debian's gnome-backgrounds and plasma-workspace-wallpapers that are installed. */
    public static List<Path> installedWallpapers() {
        var found = new ArrayList<Path>();
        for (var folder : List.of(Path.of("/usr/share/wallpapers"), Path.of("/usr/share/backgrounds"))) {
            if (Files.isDirectory(folder)) {
                found.addAll(files(folder, WALLPAPER).stream()
                        .filter(file -> file.toFile().length() <= MAX_WALLPAPER_BYTES)
                        .toList());
            }
        }
        return found;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The photos below a folder of the data, ordered by path. */
    List<Path> photos(String name) {
        return files(file(name), PHOTO);
    }

    /** The noses of every photo of photos/detection, in pixels; none for a photo without a face. */
    Map<Path, List<Point>> noses() {
        var noses = new TreeMap<Path, List<Point>>();
        photos("photos/detection").forEach(photo -> noses.put(photo, new ArrayList<>()));
        for (var line : lines(file("photos/noses.csv"))) {
            var cells = line.split(",", -1);
            noses.computeIfAbsent(file(cells[0]), key -> new ArrayList<>())
                    .add(new Point(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
        }
        return noses;
    }

    EditedImage image(Path file) {
        return image(bytes(file));
    }

    EditedImage image(Blob image) {
        try {
            return EditedImage.of(image, decoder);
        } catch (ImageException e) {
            throw new EvaluationException("an image cannot be decoded: " + e.getMessage(), e);
        }
    }

    static Blob bytes(Path file) {
        try {
            return Blob.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new EvaluationException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new EvaluationException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path folder, String pattern) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(pattern))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvaluationException(folder + ": " + e.getMessage(), e);
        }
    }
}
