package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.ImageKind;
import io.faceline.vision.video.VideoKind;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Formats that are detected only to name them in the error message. */
record UnsupportedFormat(String name, int offset, String magic) {
    private static final List<UnsupportedFormat> KNOWN = List.of(
            new UnsupportedFormat("a HEIC photo", 4, "ftyphei"),
            new UnsupportedFormat("a HEIC photo", 4, "ftyphev"),
            new UnsupportedFormat("a HEIF photo", 4, "ftypmif"),
            new UnsupportedFormat("an AVIF image", 4, "ftypavi"),
            new UnsupportedFormat("a GIF", 0, "GIF8"),
            new UnsupportedFormat("a BigTIFF", 0, "II+\0"),
            new UnsupportedFormat("a BigTIFF", 0, "MM\0+"),
            new UnsupportedFormat("a JPEG 2000 image", 4, "jP  "),
            new UnsupportedFormat("a JPEG XL image", 4, "JXL "),
            new UnsupportedFormat("a JPEG XL image", 0, "\u00ff\n"),
            new UnsupportedFormat("a PDF", 0, "%PDF"),
            new UnsupportedFormat("an SVG drawing", 0, "<svg"));

    /** Videos of kinds that are not decoded: RealMedia, MXF, raw MPEG, DV. */
    private static final List<UnsupportedFormat> OTHER_VIDEOS = List.of(
            new UnsupportedFormat("a video", 0, ".RMF"),
            new UnsupportedFormat("a video", 0, "\u0006\u000e+4\u0002\u0005"),
            new UnsupportedFormat("a video", 0, "\0\0\u0001\u00b3"),
            new UnsupportedFormat("a video", 0, "\u001f\u0007\0"));

    /** Says what the file seems to be, and what to do. */
    static String message(Blob file) {
        var bytes = file.asReadOnlyBuffer();
        if (isVideo(bytes)) {
            return "The file is a video, not a photo. Send it as a video, or save one of its frames as a photo.";
        }
        if (OTHER_VIDEOS.stream().anyMatch(format -> format.begins(bytes))) {
            return "The file is a video of a format that is not supported. Convert it to MP4.";
        }
        return nameOf(bytes)
                        .map(name -> "The file is " + name + ", which is not supported. Save it as ")
                        .orElse("The file is no image of a known format. Save it as ")
                + ImageKind.NAMES + ".";
    }

    private static boolean isVideo(ByteBuffer bytes) {
        var head = new byte[Math.min(bytes.capacity(), VideoKind.HEAD_BYTES)];
        bytes.get(0, head);
        return VideoKind.of(head).isPresent();
    }

    private boolean begins(ByteBuffer bytes) {
        return ImageKind.hasAt(bytes, offset, magic);
    }

    private static Optional<String> nameOf(ByteBuffer bytes) {
        return KNOWN.stream()
                .filter(format -> format.begins(bytes))
                .map(UnsupportedFormat::name)
                .findFirst();
    }
}
