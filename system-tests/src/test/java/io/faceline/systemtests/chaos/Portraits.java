package io.faceline.systemtests.chaos;

import io.faceline.contracts.Sha256;
import io.faceline.systemtests.privacy.LfwPhoto;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Photos of known people, found again by their bytes in the records of frames. */
final class Portraits {
    /** Nobody enrolls them. */
    private static final List<String> STRANGERS = List.of("Vicente_Fox", "David_Beckham");

    private final Map<LfwPhoto, byte[]> jpegs = new LinkedHashMap<>();
    private final Map<String, LfwPhoto> byHash = new HashMap<>();
    private final List<LfwPhoto> ofSessions;
    private final List<LfwPhoto> ofEverybody = LfwPhoto.ofEverybody();
    private final List<LfwPhoto> all;

    /** Reads all photos; the test is skipped if they are missing. */
    Portraits() {
        ofSessions = LfwPhoto.ofVisitors().stream()
                .filter(photo -> !STRANGERS.contains(photo.human()))
                .toList();
        all = Stream.of(LfwPhoto.ofVisitors(), ofEverybody)
                .flatMap(List::stream)
                .toList();
        for (var photo : all) {
            var jpeg = photo.jpeg();
            jpegs.put(photo, jpeg);
            byHash.put(Sha256.hex(jpeg), photo);
        }
    }

    byte[] jpeg(LfwPhoto photo) {
        return jpegs.get(photo);
    }

    Optional<LfwPhoto> find(byte[] jpeg) {
        return Optional.ofNullable(byHash.get(Sha256.hex(jpeg)));
    }

    LfwPhoto any(Random random) {
        return any(random, all);
    }

    LfwPhoto toEnroll(Random random, boolean isShared) {
        return any(random, isShared ? ofEverybody : ofSessions);
    }

    private static LfwPhoto any(Random random, List<LfwPhoto> photos) {
        return photos.get(random.nextInt(photos.size()));
    }
}
