package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.tracking.BestShot;
import io.faceline.vision.image.Picture;
import io.faceline.vision.image.annotate.Annotator;
import io.faceline.vision.image.annotate.Label;
import io.faceline.vision.image.annotate.Label.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The best frame of each person of each video as a JPEG, with box and name drawn. One thread uses it. */
public final class BestShotFolder {
    private final Path folder;
    private final SafeFileName names = new SafeFileName();

    private BestShotFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder; fails when nothing can be written to it. */
    public static BestShotFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new IOException("no file may be written into it");
        }
        return new BestShotFolder(folder);
    }

    /** Named people, and those unknown that can be told apart; all who are named stay under that name. */
    public void write(SeenVideo video, PersonDirectory subjects, FrameExtractor stills) throws IOException {
        for (var person : video.summary().people()) {
            write(video, person.bestShot(), subjects.name(person.person()), Colour.GREEN, stills);
        }
        for (var person : video.summary().unknownToldApart()) {
            write(video, person.bestShot(), "unknown " + person.number(), Colour.RED, stills);
        }
    }

    private void write(SeenVideo video, BestShot shot, String name, Colour colour, FrameExtractor stills)
            throws IOException {
        var jpeg = jpeg(video, shot, new Label(shot.box(), name, colour), stills);
        if (jpeg.isPresent()) {
            var file = names.fresh(stem(video) + "-" + name, ".jpg");
            Files.write(folder.resolve(file), jpeg.get());
        }
    }

    /** The crop alone when the frame cannot be had again. */
    private static Optional<byte[]> jpeg(SeenVideo video, BestShot shot, Label label, FrameExtractor stills) {
        var frame = stills.at(video.file(), shot.position());
        if (frame.isEmpty()) {
            return Optional.ofNullable(shot.cropJpeg()).map(Blob::toByteArray);
        }
        try (Picture picture = frame.get()) {
            return Optional.of(Annotator.annotate(picture, List.of(label)));
        }
    }

    /** Videos of the same name get their pictures numbered. */
    private static String stem(SeenVideo video) {
        var name = video.name();
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
