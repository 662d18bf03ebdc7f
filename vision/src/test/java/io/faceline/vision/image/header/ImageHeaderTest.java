package io.faceline.vision.image.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import io.faceline.contracts.Blob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Compares our header reader with metadata-extractor, which is not safe for untrusted files. */
class ImageHeaderTest {
    @Test
    void agreesWithMetadataExtractor_onRealPhotos() throws Exception {
        var photos = Path.of(System.getProperty("faceline.shared", "none"), "data/photos");
        assumeTrue(Files.isDirectory(photos), "the test photos are not there: " + photos);

        for (var photo : jpegs(photos)) {
            var bytes = Blob.wrap(Files.readAllBytes(photo));
            if (!ImageKind.sniff(bytes).equals(Optional.of(ImageKind.JPEG))) {
                continue; // some are PNGs with a wrong extension
            }
            var header = JpegHeader.read(bytes);
            var expected = metadata(bytes);
            var frame = expected.getFirstDirectoryOfType(JpegDirectory.class);

            assertThat(header.width()).as("%s", photo).isEqualTo(frame.getImageWidth());
            assertThat(header.height()).as("%s", photo).isEqualTo(frame.getImageHeight());
            assertThat(header.orientation()).as("%s", photo).isEqualTo(orientation(expected));
            assertThat(header.hasEnd(bytes)).as("%s", photo).isTrue();
        }
    }

    private static List<Path> jpegs(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.jpe?g"))
                    .sorted()
                    .toList();
        }
    }

    private static Metadata metadata(Blob bytes) throws ImageProcessingException, IOException {
        return ImageMetadataReader.readMetadata(bytes.inputStream());
    }

    private static Orientation orientation(Metadata metadata) {
        var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var number = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return Orientation.ofExif(number == null ? 1 : number);
    }
}
