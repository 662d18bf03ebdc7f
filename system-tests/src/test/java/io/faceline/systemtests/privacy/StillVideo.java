package io.faceline.systemtests.privacy;

import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A video of two seconds that shows a photo. */
final class StillVideo {
    private StillVideo() {}

    static byte[] of(LfwPhoto portrait, Path folder) {
        try {
            var still = Files.write(folder.resolve(portrait + ".jpg"), portrait.jpeg());
            var inputs = List.of("-loop", "1", "-framerate", "5", "-t", "2", "-i", still.toString());
            return Files.readAllBytes(TestVideos.make(folder.resolve(portrait + ".mp4"), inputs, "-c:v", "mpeg4"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
