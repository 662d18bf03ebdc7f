package io.faceline.cli.output;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.file.JpegFolder;
import io.faceline.contracts.Blob;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.runtime.settings.FileFault;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.annotate.Annotator;
import io.faceline.vision.image.annotate.Label;
import io.faceline.vision.image.annotate.Label.Colour;
import io.faceline.vision.image.decode.ImageDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a copy of each photo with boxes and names, then passes the result on. */
public final class AnnotatedCopies implements ResultWriter {
    private final ResultWriter next;
    private final Names names;
    private final JpegFolder folder;
    private final ImageDecoder decoder;

    public AnnotatedCopies(ResultWriter next, Names names, JpegFolder folder, ImageDecoder decoder) {
        this.next = next;
        this.names = names;
        this.folder = folder;
        this.decoder = decoder;
    }

    @Override
    public void write(FileResult result) {
        if (result instanceof FileResult.Recognised recognised) {
            try {
                folder.write(stem(recognised.file()), annotate(recognised));
            } catch (IOException e) {
                throw failed(recognised, FileFault.reason(e));
            } catch (ImageException e) {
                throw failed(recognised, e.getMessage());
            }
        }
        next.write(result);
    }

    private byte[] annotate(FileResult.Recognised recognised) throws IOException, ImageException {
        try (var picture = decoder.decode(Blob.wrap(Files.readAllBytes(recognised.file())))) {
            var labels = recognised.faces().faces().stream().map(this::label).toList();
            return Annotator.annotate(picture, labels);
        }
    }

    private Label label(MatchedFace face) {
        var identification = face.identification();
        if (identification == null) {
            return new Label(face.face().box(), "", Colour.GREY);
        }
        return new Label(face.face().box(), text(face, identification), colour(identification));
    }

    private String text(MatchedFace face, Identification identification) {
        var decision = identification.decision().name().toLowerCase(Locale.ROOT);
        return names.of(face)
                .map(name -> String.format(Locale.ROOT, "%s %.0f %%", name, percent(identification)))
                .orElse(decision);
    }

    private static double percent(Identification identification) {
        return identification.confidence() == null ? 0 : 100 * identification.confidence();
    }

    private static Colour colour(Identification identification) {
        return switch (identification.decision()) {
            case MATCH -> identification.isSure() ? Colour.GREEN : Colour.YELLOW;
            case UNCERTAIN -> Colour.YELLOW;
            case UNKNOWN -> Colour.RED;
        };
    }

    private static CommandFailure failed(FileResult.Recognised recognised, String reason) {
        return CommandFailure.failed("--annotate: the copy of " + recognised.file() + " cannot be written: " + reason);
    }

    /** The file name without its extension; copies of photos with the same name are numbered. */
    private static String stem(Path photo) {
        var name = photo.getFileName().toString();
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    @Override
    public void end() {
        next.end();
    }
}
