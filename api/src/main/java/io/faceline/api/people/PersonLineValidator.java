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

/** What a line must keep to before the matcher is asked: a file may come from anywhere. */
final class PersonLineValidator {
    /** A crop of 112 × 112 pixels is a JPEG of about 6 KB. */
    private static final int MAX_CROP_BYTES = 32 * 1024;

    private static final ByteBuffer START_OF_JPEG = ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    private static final int MAX_DIMENSION = 4096;
    private static final Pattern MODEL_ID = Pattern.compile("\\p{Graph}{1,200}");
    private static final Set<String> PARTS_THAT_ARE_NO_NAMES = Set.of("", ".", "..");

    private PersonLineValidator() {}

    /** What is wrong with it, without its name; nothing when it may be sent. */
    static Optional<String> fault(PersonLine line) {
        if (line.references().isEmpty()) {
            return Optional.of("there are no references, as in the export of a session; enroll the photos instead");
        }
        return PersonName.fault(line.name())
                .or(() -> line.references().stream()
                        .filter(reference -> !isGood(reference))
                        .findFirst()
                        .map(reference -> "reference " + reference.id() + " has an id, a model or a dimension that"
                                + " cannot be"))
                .or(() -> line.photos().stream()
                        .filter(photo -> !isGood(photo))
                        .findFirst()
                        .map(photo -> "photo " + photo.reference() + " is no JPEG of at most " + MAX_CROP_BYTES
                                + " bytes with a quality between 0 and 1"));
    }

    private static boolean isGood(Reference reference) {
        return isAddress(reference.id().value())
                && MODEL_ID.matcher(reference.modelId()).matches()
                && reference.embedding().dimension() <= MAX_DIMENSION;
    }

    private static boolean isGood(PersonPhoto photo) {
        return isAddress(photo.reference().value())
                && photo.quality() >= 0
                && photo.quality() <= 1
                && photo.cropJpeg().size() <= MAX_CROP_BYTES
                && isJpeg(photo.cropJpeg());
    }

    /** A photo's id is a part of its address, where ".." would lead elsewhere. */
    private static boolean isAddress(String id) {
        return Arrays.stream(id.split("/", -1)).noneMatch(PARTS_THAT_ARE_NO_NAMES::contains);
    }

    private static boolean isJpeg(Blob crop) {
        return crop.size() > START_OF_JPEG.limit()
                && crop.asReadOnlyBuffer().slice(0, START_OF_JPEG.limit()).equals(START_OF_JPEG);
    }
}
