package io.faceline.vision.image.decode;

import io.faceline.vision.image.header.ImageKind;
import java.util.List;

/** Files that people take for photos we could read: naming them tells the sender what to do. */
record ForeignFormat(String name, int offset, String magic) {
    private static final List<ForeignFormat> KNOWN = List.of(
            new ForeignFormat("a HEIC photo", 4, "ftyphei"),
            new ForeignFormat("a HEIC photo", 4, "ftyphev"),
            new ForeignFormat("a HEIF photo", 4, "ftypmif"),
            new ForeignFormat("an AVIF image", 4, "ftypavi"),
            new ForeignFormat("a video", 4, "ftyp"),
            new ForeignFormat("a video", 0, "\u001aE\u00df\u00a3"),
            new ForeignFormat("a GIF", 0, "GIF8"),
            new ForeignFormat("a BigTIFF", 0, "II+\0"),
            new ForeignFormat("a BigTIFF", 0, "MM\0+"),
            new ForeignFormat("a JPEG 2000 image", 4, "jP  "),
            new ForeignFormat("a JPEG XL image", 4, "JXL "),
            new ForeignFormat("a JPEG XL image", 0, "\u00ff\n"),
            new ForeignFormat("a PDF", 0, "%PDF"),
            new ForeignFormat("an SVG drawing", 0, "<svg"));

    /** What the file seems to be, with its article. */
    static String nameOf(byte[] bytes) {
        return KNOWN.stream()
                .filter(format -> ImageKind.hasAt(bytes, format.offset, format.magic))
                .map(ForeignFormat::name)
                .findFirst()
                .orElse("no image");
    }
}
