package io.faceline.cli.report;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.TrackShot;
import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.tracking.summary.VideoSummary;
import io.faceline.tracking.summary.Visit;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoFacts;
import io.faceline.vision.video.VideoLimits;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invented video of 100 seconds and the people in it. Its frames cannot be read again. */
final class TestFootage implements PersonDirectory {
    static final Thresholds THRESHOLDS = new Thresholds(0.49, 0.41, 0.05, 0.4);

    private final Map<String, String> names;
    private final List<PersonAppearances> people = new ArrayList<>();
    private final List<UnknownPerson> unknown = new ArrayList<>();
    private final List<UncertainSighting> uncertain = new ArrayList<>();

    /** @param names by person id */
    TestFootage(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Cannot read any frame, as the video does not exist. */
    static FrameExtractor noStills() {
        return new FrameExtractor(
                new VideoDecoder(VideoLimits.DEFAULT), new ImageDecoder(ImageLimits.DEFAULT), () -> false);
    }

    static RunFacts run(List<String> gallery) {
        return new RunFacts(
                ZonedDateTime.of(2026, 5, 1, 14, 30, 0, 0, ZoneOffset.UTC),
                "detector@1",
                5,
                Optional.of(new DecisionBasis("embedder@1", THRESHOLDS)),
                gallery,
                List.of(),
                Optional.empty());
    }

    TestFootage person(String id, Visit... appearances) {
        var best = appearances[0].bestShot();
        people.add(new PersonAppearances(new PersonId(id), List.of(appearances), 10, 0.71, best));
        return this;
    }

    TestFootage unknown(boolean isClear, Visit... appearances) {
        var best = appearances[0].bestShot();
        unknown.add(new UnknownPerson(unknown.size() + 1, isClear, List.of(appearances), 10, best));
        return this;
    }

    TestFootage uncertain(String id, Visit appearance) {
        uncertain.add(new UncertainSighting(new PersonId(id), UncertainSighting.Cause.UNSURE_FRAMES, 0.43, appearance));
        return this;
    }

    SeenVideo video(String file) {
        var facts = new VideoFacts(1280, 720, 0, 100, 25);
        var summary = new VideoSummary(people, unknown, uncertain, 500, 0, 40);
        return new SeenVideo(
                Path.of("/nowhere", file),
                facts,
                summary,
                Optional.empty(),
                Optional.of(new DecisionBasis("embedder@1", THRESHOLDS)));
    }

    static Visit seen(double first, double last) {
        var shot = new SeenShot(
                "job/1/0",
                new TrackShot(
                        FrameId.of("job", 1),
                        1,
                        first,
                        new BoundingBox(0.4, 0.4, 0.1, 0.2),
                        new Quality(0.6, 40, 0.5, 0.5, 0, 0, 0),
                        0.5,
                        List.of(Reason.SMALL_FACE, Reason.BELOW_THRESHOLD)),
                Blob.wrap(new byte[] {1, 2, 3}));
        return new Visit(first, last, 10, 0.71, shot, List.of());
    }

    @Override
    public String name(PersonId person) {
        return names.get(person.value());
    }

    @Override
    public List<Blob> photos(PersonId person) {
        return List.of(Blob.wrap(new byte[] {4, 5, 6}));
    }
}
