package io.faceline.systemtests.chaos;

import io.faceline.systemtests.privacy.LfwPhoto;
import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A video that shows pairs of portraits, one pair after the other: people whom its session enrolled, and strangers, some of
 * them twice.
 */
final class PortraitFilm {
    static final int FRAMES_PER_SECOND = 5;

    private static final int SECONDS_OF_A_PAIR = 3;
    private static final LfwPhoto COLIN = new LfwPhoto("Colin_Powell", 4);
    private static final LfwPhoto LAURA = new LfwPhoto("Laura_Bush", 4);
    private static final LfwPhoto VICENTE = new LfwPhoto("Vicente_Fox", 3);
    private static final LfwPhoto VICENTE_AGAIN = new LfwPhoto("Vicente_Fox", 4);
    private static final LfwPhoto DAVID = new LfwPhoto("David_Beckham", 3);

    /** Left and right. */
    private static final List<List<LfwPhoto>> PAIRS = List.of(
            List.of(COLIN, VICENTE), List.of(DAVID, LAURA), List.of(VICENTE_AGAIN, COLIN), List.of(LAURA, DAVID));

    private PortraitFilm() {}

    /** Other photos of those who are named. */
    static List<LfwPhoto> named() {
        return List.of(new LfwPhoto("Colin_Powell", 3), new LfwPhoto("Laura_Bush", 3));
    }

    /** The bytes of the video. */
    static byte[] make(Portraits portraits) {
        try {
            var folder = Files.createTempDirectory("film");
            var film = TestVideos.make(folder.resolve("film.mp4"), inputs(portraits, folder), "-c:v", "mpeg4");
            var bytes = Files.readAllBytes(film);
            delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static List<String> inputs(Portraits portraits, Path folder) throws IOException {
        var inputs = new ArrayList<String>();
        var sides = new StringBuilder();
        var pairs = new StringBuilder();
        var stills = 0;
        for (var pair : PAIRS) {
            for (var photo : pair) {
                var still = Files.write(folder.resolve(stills + ".jpg"), portraits.jpeg(photo));
                inputs.addAll(List.of("-loop", "1", "-framerate", Integer.toString(FRAMES_PER_SECOND)));
                inputs.addAll(List.of("-t", Integer.toString(SECONDS_OF_A_PAIR), "-i", still.toString()));
                sides.append('[').append(stills).append(']');
                stills++;
            }
            var name = "[pair" + stills + "]";
            sides.append("hstack").append(name).append(';');
            pairs.append(name);
        }
        inputs.addAll(List.of("-filter_complex", sides.toString() + pairs + "concat=n=" + PAIRS.size()));
        return inputs;
    }
}
