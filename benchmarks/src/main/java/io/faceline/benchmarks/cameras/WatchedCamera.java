package io.faceline.benchmarks.cameras;

import io.faceline.benchmarks.synthetic.CameraFilm;
import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.vision.camera.motion.CellMotionGate;
import io.faceline.vision.camera.motion.MotionGate;
import io.faceline.vision.camera.picture.Glimpses;
import io.faceline.vision.camera.picture.Rendering;
import io.faceline.vision.video.VideoException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Plays a film as a camera by the film's own clock: decodes each picture, asks the gate, and waits for the answer to what
 * passes. Not thread-safe.
 *
 * @param hasGate whether still pictures are sent without an image
 */
record WatchedCamera(
        String source, SessionId session, boolean hasGate, Topics topics, RecordSender sender, CameraAnswers answers) {
    private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
    private static final long NANOS_PER_FRAME = TimeUnit.SECONDS.toNanos(1) / CameraFilm.FRAMES_PER_SECOND;
    private static final int QUANTIZER = 3;
    private static final int MAX_WIDTH = 1920;

    /** @return number of frames */
    int watch(Path film) throws IOException, VideoException {
        var gate = new CellMotionGate();
        var number = 0;
        var lastPassed = 0L;
        try (var decoder = new FilmDecoder(film);
                var rendering = new Rendering(Optional.empty(), 0, MAX_WIDTH, QUANTIZER);
                var glimpses = new Glimpses(rendering, List.of())) {
            for (; decoder.next(); number++) {
                var nanos = number * NANOS_PER_FRAME;
                // Without a gate nobody looks.
                var passes =
                        !hasGate || gate.passes(glimpses.of(decoder.picture()).grid(), nanos);
                if (passes || nanos - lastPassed >= TimeUnit.SECONDS.toNanos(1)) {
                    lastPassed = nanos;
                    var jpeg = rendering.render(decoder.picture()).jpeg();
                    tell(gate, ask(number, jpeg), nanos);
                } else {
                    send(number, Outcome.dropped(DropReason.STILL));
                }
            }
        }
        return number;
    }

    private Match ask(int number, Blob jpeg) {
        send(number, Outcome.made(jpeg));
        return answers.answer(id(number)).orTimeout(1, TimeUnit.MINUTES).join();
    }

    private void send(int number, Outcome<Blob> image) {
        var unused = sender.send(topics.frames(Lane.CAMERA), source, new Frame(facts(number), image), id(number));
    }

    private static void tell(MotionGate gate, Match answer, long nanos) {
        List<BoundingBox> faces = answer.outcome()
                .fold(
                        made -> made.faces().stream()
                                .map(face -> face.face().box())
                                .toList(),
                        reason -> List.of(),
                        (code, message) -> List.of());
        gate.facesInView(faces, nanos);
    }

    private FrameFacts facts(int number) {
        return new FrameFacts(
                id(number),
                session,
                new Role.Probe(),
                source,
                number,
                START.plusNanos(number * NANOS_PER_FRAME),
                (double) number / CameraFilm.FRAMES_PER_SECOND,
                FrameFacts.ANY_GALLERY);
    }

    private FrameId id(int number) {
        return FrameId.of(source, number);
    }
}
