package io.faceline.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Photos for tests: the samples of the npm package, and those of the shared folder, which may be missing. */
public final class TestPhotos {
    private TestPhotos() {}

    public static Path sample(int number) {
        var photo = Path.of(System.getProperty("faceline.npm"))
                .resolve("node_modules/@vladmandic/face-api/demo/sample" + number + ".jpg");
        assumeThat(photo).as("the sample photos of the npm package").exists();
        return photo;
    }

    public static Path shared(String path) {
        var file =
                Path.of(System.getProperty("faceline.shared")).resolve("data").resolve(path);
        assumeThat(file)
                .as("the shared test data, which is not part of the project")
                .exists();
        return file;
    }

    /** A gallery folder with the woman of sample1.jpg, who also appears in the middle of sample3.jpg. */
    public static Path galleryWithTheWoman(Path folder, String name) throws IOException, ImageException {
        var person = Files.createDirectories(folder.resolve(name));
        DemoCommand.cropRightmost(sample(1), person);
        return folder;
    }
}
