package io.faceline.api.people;

import io.faceline.contracts.Blob;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates an imported line before it is sent to the matcher, as a file may come from anywhere. */
final class PersonLineValidator {
    /** A crop of 112 × 112 pixels is a JPEG of about 6 KB. */
    private static final int MAX_CROP_BYTES = 32 * 1024;

    private static final ByteBuffer START_OF_JPEG = ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    private static final int MAX_DIMENSION = 4096;
    private static final Pattern MODEL_ID = Pattern.compile("\\p{Graph}{1,200}");
    private static final Set<String> INVALID_PATH_SEGMENTS = Set.of("", ".", "..");

    private PersonLineValidator() {}

    /** The fault of a line, without the name of the person; empty when it is valid. */
    static Optional<String> fault(PersonLine line) {
        if (line.references().isEmpty()) {
            return Optional.of(
                    "the person has no references, as in the export of a session; enroll the photos instead");
        }
        return PersonName.fault(line.name())
                .or(() -> line.references().stream()
                        .filter(reference -> !isValid(reference))
                        .findFirst()
                        .map(reference -> "reference " + reference.id() + " has an invalid id, model or dimension"))
                .or(() -> line.photos().stream()
                        .filter(photo -> !isValid(photo))
                        .findFirst()
                        .map(photo -> "photo " + photo.reference() + " is not a JPEG of at most " + MAX_CROP_BYTES
                                + " bytes with a quality between 0 and 1"));
    }

    private static boolean isValid(Reference reference) {
        return isUrlPath(reference.id().value())
                && MODEL_ID.matcher(reference.modelId()).matches()
                && reference.embedding().dimension() <= MAX_DIMENSION;
    }

    private static boolean isValid(PersonPhoto photo) {
        return isUrlPath(photo.reference().value())
                && photo.quality() >= 0
                && photo.quality() <= 1
                && photo.cropJpeg().size() <= MAX_CROP_BYTES
                && isJpeg(photo.cropJpeg());
    }

    /** The id of a photo is part of its URL, where ".." would lead elsewhere. */
    private static boolean isUrlPath(String id) {
        return Arrays.stream(id.split("/", -1)).noneMatch(INVALID_PATH_SEGMENTS::contains);
    }

    private static boolean isJpeg(Blob crop) {
        return crop.size() > START_OF_JPEG.limit()
                && crop.asReadOnlyBuffer().slice(0, START_OF_JPEG.limit()).equals(START_OF_JPEG);
    }
}
