package io.faceline.web.view;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import io.faceline.contracts.job.VideoFile;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that was taken out of a video, to be saved: its name says which video and which moment, and a header the hash of
 * the video.
 *
 * @param moment part of the file name, such as {@code 0.00.03.600}
 * @param extension of the file name, without a dot
 */
public record VideoExtract(Job job, String moment, String extension) {
    /** Response header: the SHA-256 of the video's file, 64 hexadecimal digits. */
    public static final String HASH = "Source-Sha256";

    private static final int MAX_TITLE = 80;

    /** A moment of a video for file names, where colons are not allowed: hours, minutes, seconds, milliseconds. */
    public static String moment(long millis) {
        var seconds = millis / 1000;
        return String.format(
                Locale.ROOT, "%d.%02d.%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
    }

    /** The hash of the video; empty for a job of an older version. */
    public static Optional<String> hash(Job job) {
        return Optional.ofNullable(job.video()).map(JobVideo::file).map(VideoFile::sha256);
    }

    /** Adds the headers to an answer. */
    public void addTo(Context context) {
        context.header("Content-Disposition", disposition());
        hash(job).ifPresent(hash -> context.header(HASH, hash));
    }

    /** RFC 6266: once in ASCII, and once as it is. */
    private String disposition() {
        var name = name();
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + name.replaceAll("[^ -~]", "_") + "\"; filename*=UTF-8''" + encoded;
    }

    String name() {
        return title(job.requireVideo().title()) + " " + moment + "." + extension;
    }

    /** Without its extension, and what some systems allow in no file name. */
    private static String title(String title) {
        var stem = title.replaceFirst("\\.[A-Za-z0-9]{2,4}$", "").replaceAll("[\\\\/:*?\"<>|%\\p{Cntrl}]", "_");
        return stem.codePoints()
                .limit(MAX_TITLE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
