package io.faceline.benchmarks.load;

import io.faceline.contracts.Blob;
import io.faceline.evaluation.dataset.PhotoFolder;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Measures many concurrent clients, a group photo, and a live client during videos. Prints a Markdown table.
 *
 * <p>Arguments: number of clients; seconds; a folder of photos with faces; a photo of several people; a
 * video.
 */
public final class Load {
    private static final int PHOTOS = 200;
    private static final int TIMES = 100;
    private static final int LIVE_FRAMES = 300;
    private static final Duration LOOP = Duration.ofSeconds(20);

    private Load() {}

    public static void main(String... arguments) throws Exception {
        var clients = Integer.parseInt(arguments[0]);
        var duration = Duration.ofSeconds(Long.parseLong(arguments[1]));
        var photos = PhotoFolder.first(PHOTOS, Path.of(arguments[2]));
        var images = photos.stream().map(Blob::toByteArray).toList();
        var group = Files.readAllBytes(Path.of(arguments[3]));
        var loop = BaselineLoop.imagesPerSecond(photos, LOOP);
        var http = HttpClient.newHttpClient();
        System.out.print("| what | measured |\n|---|---|\n");
        try (var server = ServerProcess.start()) {
            System.out.print(new GroupPhoto(server, http).row(group, TIMES));
            System.out.print(new Enrollments(server, http).row(images));
            System.out.print(new LiveDuringVideos(server, http, images).rows(Path.of(arguments[4]), LIVE_FRAMES));
        }
        try (var server = ServerProcess.start()) {
            var crowd = new CrowdLoad(server, http, images).run(clients, duration);
            System.out.print(new CrowdLoadReport(crowd, loop).rows());
        }
        System.exit(0);
    }
}
