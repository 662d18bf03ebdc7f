package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.TestFrames;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a run makes. Thread-safe. */
public final class RecordedOutput implements CameraOutput {
    /** All frames in the order in which they were sent, also dropped ones. */
    final List<Frame> sent = new CopyOnWriteArrayList<>();

    final List<CompletableFuture<Match>> answers = new CopyOnWriteArrayList<>();
    final List<CameraState> states = new CopyOnWriteArrayList<>();
    final List<CameraPreview> previews = new CopyOnWriteArrayList<>();
    final List<CameraId> deleted = new CopyOnWriteArrayList<>();
    volatile boolean answersAtOnce;

    @Override
    public CompletableFuture<Match> request(Lane lane, Frame frame) {
        sent.add(frame);
        var answer = new CompletableFuture<Match>();
        answers.add(answer);
        if (answersAtOnce) {
            answer.complete(TestFrames.match(frame.facts()).build());
        }
        return answer;
    }

    @Override
    public void dropped(Lane lane, Frame frame, DropReason reason) {
        sent.add(frame);
    }

    @Override
    public void preview(CameraPreview preview) {
        previews.add(preview);
    }

    @Override
    public void state(CameraState state) {
        states.add(state);
    }

    @Override
    public void deleted(CameraId camera) {
        deleted.add(camera);
    }

    CameraState state() {
        return states.get(states.size() - 1);
    }

    Frame last() {
        return sent.get(sent.size() - 1);
    }

    boolean isDropped(int index, DropReason reason) {
        return sent.get(index).image().equals(Outcome.dropped(reason));
    }

    /** Answers the last requested frame. */
    void answer(Match match) {
        answers.get(answers.size() - 1).complete(match);
    }
}
