package io.faceline.cli.report;

import gg.jte.Content;
import java.util.List;

/**
 * What stands on the page.
 *
 * @param moreFailures than those that are listed
 * @param videos the finished sections
 */
public record PageView(
        PageStyle style,
        PageHeader header,
        List<Failure> failures,
        long moreFailures,
        List<Content> videos,
        List<PhotoRow> photos) {
    public PageView {
        failures = List.copyOf(failures);
        videos = List.copyOf(videos);
        photos = List.copyOf(photos);
    }

    /** A file, or a frame of a file, that could not be searched. */
    public record Failure(String file, String message, String code) {}
}
