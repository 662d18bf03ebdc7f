package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** Photos and films of the shared folder, which are not part of the project and may be missing. */
final class SharedPhotos {
    private SharedPhotos() {}

    /** Barack Obama, Joe Biden and a child. */
    static Path threePeople() {
        return data("photos/face_recognition/test/obama_and_biden.jpg");
    }

    /** Six faces, some of them turned away. */
    static Path sixPeople() {
        return data("photos/insightface/t1.jpg");
    }

    static Path nobody() {
        return data("photos/detection/017_0.jpg");
    }

    static Path biden() {
        return data("photos/face_recognition/train/biden/biden.jpg");
    }

    static Path otherBiden() {
        return data("photos/face_recognition/train/biden/biden2.jpg");
    }

    /** Who sings in {@link #concert}. */
    static Path singer() {
        return data("photos/face_recognition/lin-manuel-miranda.png");
    }

    /** Who is in {@link #concert}, too. */
    static Path conductor() {
        return data("photos/face_recognition/alex-lacamoire.png");
    }

    /** Nine seconds of a concert; its singer is seen from near between 3.6 and 7.8 seconds. */
    static Path concert() {
        return data("video/hamilton.mp4");
    }

    /** One of Labeled Faces in the Wild, 250×250 pixels with a face in the middle. */
    static Path ofTheWild(String person, int number) {
        return data("lfw/%s/%s_%04d.jpg".formatted(person, person, number));
    }

    private static Path data(String path) {
        var file = Path.of(System.getProperty("faceline.shared"), "data").resolve(path);
        assumeThat(file)
                .as("the shared test data, which is not part of the project")
                .exists();
        return file;
    }
}
