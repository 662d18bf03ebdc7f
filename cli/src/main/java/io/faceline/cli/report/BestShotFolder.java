package io.faceline.cli.report;

import io.faceline.cli.file.JpegFolder;
import io.faceline.contracts.Blob;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.annotate.Annotator;
import io.faceline.vision.image.annotate.Label;
import io.faceline.vision.image.annotate.Label.Colour;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the best frame of each person of each video as a JPEG with box and name. Not thread-safe. */
public final class BestShotFolder {
    private final JpegFolder folder;

    public BestShotFolder(JpegFolder folder) {
        this.folder = folder;
    }

    /** Creates the folder; fails when it is not writable. */
    public static BestShotFolder open(Path folder) throws IOException {
        return new BestShotFolder(JpegFolder.open(folder));
    }

    /** Writes the best frames of named people and of unknown people that can be told apart. */
    public void write(SeenVideo video, PersonDirectory people, FrameExtractor extractor) throws IOException {
        for (var person : video.summary().people()) {
            write(video, person.bestShot(), people.name(person.person()), Colour.GREEN, extractor);
        }
        for (var person : video.summary().unknownToldApart()) {
            write(video, person.bestShot(), "unknown " + person.number(), Colour.RED, extractor);
        }
    }

    private void write(SeenVideo video, SeenShot shot, String name, Colour colour, FrameExtractor extractor)
            throws IOException {
        var jpeg = jpeg(video, shot, new Label(shot.box(), name, colour), extractor);
        if (jpeg.isPresent()) {
            folder.write(stem(video) + "-" + name, jpeg.get());
        }
    }

    /** Falls back to the crop of the face when the frame cannot be read again. */
    private static Optional<byte[]> jpeg(SeenVideo video, SeenShot shot, Label label, FrameExtractor extractor) {
        var frame = extractor.at(video.file(), shot.position());
        if (frame.isEmpty()) {
            return Optional.ofNullable(shot.cropJpeg()).map(Blob::toByteArray);
        }
        try (Picture picture = frame.get()) {
            return Optional.of(Annotator.annotate(picture, List.of(label)));
        }
    }

    /** The file name of the video without its extension; images of videos with the same name are numbered. */
    private static String stem(SeenVideo video) {
        var name = video.name();
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
