package io.faceline.ingest.feeds;

import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.Frame;
import io.faceline.ingest.transport.TraceParent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what is sent, and answers when it is told to. */
final class FakeFeedTransport implements FeedTransport {
    final List<Frame> asked = new CopyOnWriteArrayList<>();
    final List<TraceParent> traces = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Object>> answers = new CopyOnWriteArrayList<>();
    final List<Frame> drops = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<?> ask(Frame frame, TraceParent trace) {
        var answer = new CompletableFuture<Object>();
        traces.add(trace);
        answers.add(answer);
        asked.add(frame);
        return answer;
    }

    @Override
    public CompletableFuture<?> drop(Frame frame, DropReason reason) {
        drops.add(frame);
        return CompletableFuture.completedFuture(null);
    }

    /** Answers the frame that was sent as the n-th, from 0. */
    void answer(int number) {
        answers.get(number).complete("answer");
    }

    List<String> askedSources() {
        return asked.stream().map(frame -> frame.facts().source()).toList();
    }
}
