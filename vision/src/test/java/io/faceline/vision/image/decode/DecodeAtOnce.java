package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.ImageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** Decodes one photo in several threads at a time, each with a decoder of its own, as the lanes have. */
final class DecodeAtOnce {
    private DecodeAtOnce() {}

    /** @param arguments the photo, and in how many threads */
    public static void main(String... arguments) throws Exception {
        var photo = Blob.wrap(Files.readAllBytes(Path.of(arguments[0])));
        // However busy the machine is, each gets its turn.
        var limits = new ImageLimits(1 << 26, 100_000_000, 16, Duration.ofMinutes(3));
        var decoding = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < Integer.parseInt(arguments[1]); i++) {
            decoding.add(decodeInThread(new ImageDecoder(limits), photo));
        }
        decoding.forEach(CompletableFuture::join);
        System.exit(0);
    }

    private static CompletableFuture<Void> decodeInThread(ImageDecoder decoder, Blob photo) {
        var done = new CompletableFuture<Void>();
        var thread = new Thread(() -> {
            try (var picture = decoder.decode(photo)) {
                if (picture.width() != 12_000) {
                    throw new IllegalStateException("decoded to a width of " + picture.width());
                }
                done.complete(null);
            } catch (ImageException | RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        thread.start();
        return done;
    }
}
