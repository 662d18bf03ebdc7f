package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.ImageKind;
import java.util.List;

/** Formats that are detected only to name them in the error message. */
record UnsupportedFormat(String name, int offset, String magic) {
    private static final List<UnsupportedFormat> KNOWN = List.of(
            new UnsupportedFormat("a HEIC photo", 4, "ftyphei"),
            new UnsupportedFormat("a HEIC photo", 4, "ftyphev"),
            new UnsupportedFormat("a HEIF photo", 4, "ftypmif"),
            new UnsupportedFormat("an AVIF image", 4, "ftypavi"),
            new UnsupportedFormat("a video", 4, "ftyp"),
            new UnsupportedFormat("a video", 0, "\u001aE\u00df\u00a3"),
            new UnsupportedFormat("a GIF", 0, "GIF8"),
            new UnsupportedFormat("a BigTIFF", 0, "II+\0"),
            new UnsupportedFormat("a BigTIFF", 0, "MM\0+"),
            new UnsupportedFormat("a JPEG 2000 image", 4, "jP  "),
            new UnsupportedFormat("a JPEG XL image", 4, "JXL "),
            new UnsupportedFormat("a JPEG XL image", 0, "\u00ff\n"),
            new UnsupportedFormat("a PDF", 0, "%PDF"),
            new UnsupportedFormat("an SVG drawing", 0, "<svg"));

    /** What the file seems to be, with its article. */
    static String nameOf(Blob file) {
        var bytes = file.asReadOnlyBuffer();
        return KNOWN.stream()
                .filter(format -> ImageKind.hasAt(bytes, format.offset, format.magic))
                .map(UnsupportedFormat::name)
                .findFirst()
                .orElse("no image");
    }
}
