package io.faceline.ingest.video;

import io.faceline.contracts.job.Job;
import io.faceline.ingest.spool.Spool;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.vision.video.VideoClips;
import io.faceline.vision.video.VideoLimits;
import io.faceline.vision.video.clip.ClipRequest;
import io.faceline.web.access.JobAccess;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.view.VideoExtract;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/v1/jobs/{id}/clip}: cuts a part out of an uploaded video, without decoding it. */
public final class ClipRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(ClipRoutes.class);
    private static final long MAX_BYTES = 1L << 30;
    private static final Duration MAX_TIME = Duration.ofMinutes(2);
    private static final double MILLIS = 1000;

    private final JobAccess access;
    private final CallerKeys callers;
    private final Supplier<Videos.Started> videos;
    private final VideoClips clips;
    private final ClipSlots slots;

    public ClipRoutes(
            JobAccess access,
            CallerKeys callers,
            Supplier<Videos.Started> videos,
            VideoLimits limits,
            AddressSettings addresses) {
        this.access = access;
        this.callers = callers;
        this.videos = videos;
        this.clips = new VideoClips(limits, MAX_BYTES, MAX_TIME);
        this.slots = new ClipSlots(addresses);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/jobs/{id}/clip", this::clip);
    }

    private void clip(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var part = ClipPart.of(context);
        var slot = slots.acquire(callers.address(context));
        try (var clip = cut(job, part)) {
            // It may have been deleted meanwhile.
            requireVideo(job);
            send(clip, job, part, context);
        } finally {
            slot.close();
        }
    }

    private ClipFile cut(Job job, ClipPart part) {
        var process = slots.awaitProcess();
        try {
            var video = requireVideo(job);
            var request = new ClipRequest(
                    part.from() / MILLIS, part.to() / MILLIS, job.requireVideo().title(), comment(job, part));
            return ClipFile.cut(clips, video, request, videos.get().spool().scratch());
        } finally {
            process.close();
        }
    }

    private Path requireVideo(Job job) {
        return videos.get().spool().file(job.id()).orElseThrow(Spool::gone);
    }

    private static String comment(Job job, ClipPart part) {
        return "Cut by faceline from \"" + job.requireVideo().title() + "\""
                + VideoExtract.hash(job).map(hash -> ", SHA-256 " + hash).orElse("") + ", from " + part.from()
                + " ms to "
                + part.to() + " ms of it.";
    }

    private static void send(ClipFile clip, Job job, ClipPart part, Context context) {
        var facts = clip.facts();
        var moment = VideoExtract.moment(part.from()) + "-" + VideoExtract.moment(part.to());
        new VideoExtract(job, moment, facts.format().extension()).addTo(context);
        context.contentType(facts.format().mediaType())
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "none")
                .header("Clip-From", Long.toString(Math.round(facts.from() * MILLIS)))
                .header("Clip-To", Long.toString(Math.round(facts.to() * MILLIS)));
        try {
            context.header("Content-Length", Long.toString(clip.content().size()));
            clip.content().copyTo(context.outputStream());
        } catch (IOException e) {
            LOG.debug("event=download_aborted reason=\"{}\"", e.toString());
        }
    }
}
