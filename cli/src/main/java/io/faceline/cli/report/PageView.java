package io.faceline.cli.report;

import gg.jte.Content;
import java.util.List;

/**
 * The content of the page.
 *
 * @param moreFailures number of failures that are not listed
 * @param videos the rendered sections
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

    /** A file or frame that could not be processed. */
    public record Failure(String file, String message, String code) {}
}
