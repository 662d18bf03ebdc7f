package io.faceline.vision.video;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A corpus of malicious, damaged and undamaged photos and videos. The same seed produces the same files with the same
 * version of FFmpeg.
 */
public final class HostileCorpus {
    private static final List<String> EXTENSIONS = List.of(
            "jpg", "png", "webp", "bmp", "tiff", "mp4", "mov", "mkv", "webm", "avi", "ts", "mpg", "wmv", "m3u8", "txt",
            "");

    private static final int ONE_IN_WRONGLY_NAMED = 6;
    private static final int ONE_IN_TWICE_DAMAGED = 8;
    private static final int ONE_IN_DAMAGED_TRICKS = 10;

    private final Originals originals;
    private final List<Media> tricks;
    private final Random random;

    /**
     * A file of the corpus.
     *
     * @param kind human-readable description of the file or its damage
     */
    public record Item(Path file, String kind, boolean isDamaged) {}

    /** The bytes of a file and their format. */
    record Media(String kind, String extension, byte[] bytes) {}

    private HostileCorpus(Originals originals, List<Media> tricks, Random random) {
        this.originals = originals;
        this.tricks = tricks;
        this.random = random;
    }

    /**
     * Writes the files, ordered by name.
     *
     * @param folder created, with a folder of originals next to it
     * @param trap URL that files of the corpus refer to, and that must never be requested
     * @param marker file that files of the corpus refer to, and that must never be read
     */
    public static List<Item> make(Path folder, int damaged, int undamaged, long seed, URI trap, Path marker)
            throws IOException {
        Files.createDirectories(folder);
        var originals = Originals.make(Files.createDirectories(folder.resolveSibling("originals")));
        var tricks = new HostileVideos(originals, trap, marker).all();
        return new HostileCorpus(originals, tricks, new Random(seed)).write(folder, damaged, undamaged);
    }

    private List<Item> write(Path folder, int damaged, int undamaged) throws IOException {
        var order = new ArrayList<>(Collections.nCopies(damaged, true));
        order.addAll(Collections.nCopies(undamaged, false));
        Collections.shuffle(order, random);
        var items = new ArrayList<Item>();
        var harmed = 0;
        for (var isDamaged : order) {
            var media = isDamaged ? harmed(harmed++) : originals.any(random);
            var name = String.format("%05d", items.size()) + "." + extension(media, isDamaged);
            items.add(new Item(Files.write(folder.resolve(name), media.bytes()), media.kind(), isDamaged));
        }
        return items;
    }

    private String extension(Media media, boolean isDamaged) {
        return isDamaged && random.nextInt(ONE_IN_WRONGLY_NAMED) == 0
                ? EXTENSIONS.get(random.nextInt(EXTENSIONS.size()))
                : media.extension();
    }

    /** Every hostile file once, then all kinds of damage. */
    private Media harmed(int number) {
        if (number < tricks.size()) {
            return tricks.get(number);
        }
        var whole = random.nextInt(ONE_IN_DAMAGED_TRICKS) == 0
                ? tricks.get(random.nextInt(tricks.size()))
                : originals.any(random);
        var once = harm(whole);
        return random.nextInt(ONE_IN_TWICE_DAMAGED) == 0 ? harm(once) : once;
    }

    private Media harm(Media media) {
        var damage = Damage.values()[random.nextInt(Damage.values().length)];
        var other = originals.any(random).bytes();
        return new Media(media.kind() + " " + damage, media.extension(), damage.harm(media.bytes(), other, random));
    }
}
