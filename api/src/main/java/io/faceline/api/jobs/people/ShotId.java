package io.faceline.api.jobs.people;

import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackUpdate;
import java.util.regex.Pattern;

/** The id of a shot in a URL: that of its appearance, without the job: sequence number of the first frame, index of the face. */
final class ShotId {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    private ShotId() {}

    static String of(String appearance) {
        var parts = appearance.split("/", -1);
        return parts[parts.length - 2] + "-" + parts[parts.length - 1];
    }

    /** The id of the appearance; one that does not exist for another text. */
    static String parse(String text, Job job) {
        var match = FORM.matcher(text);
        return match.matches()
                ? TrackUpdate.id(FrameId.of(job.id(), Long.parseLong(match.group(1))), Integer.parseInt(match.group(2)))
                : "";
    }
}
