package io.faceline.benchmarks.clips;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.serde.Mappers;
import io.faceline.vision.video.VideoFrame;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends a clip as a webcam does, in its own time, and notes when its person is named. */
final class LiveClip implements WebSocket.Listener {
    private static final double NANOS = 1e9;

    private final String person;
    private final List<VideoFrame> frames;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final long begin = System.nanoTime();
    private volatile double namedAfter = Double.NaN;
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger faces = new AtomicInteger();
    private int answers;

    /**
     * What was seen.
     *
     * @param seconds from the first frame to the first answer that names the person; not a number if none does
     * @param wrong number of faces that were named as somebody else
     */
    record Named(double seconds, int faces, int wrong) {}

    private LiveClip(String person, List<VideoFrame> frames) {
        this.person = person;
        this.frames = frames;
    }

    /** @param framesPerSecond with which they are sent */
    static Named show(ClipServer server, String person, List<VideoFrame> frames, double framesPerSecond)
            throws InterruptedException {
        var clip = new LiveClip(person, frames);
        var socket = server.live(clip);
        for (var number = 0; number < frames.size(); number++) {
            socket.sendBinary(ByteBuffer.wrap(frames.get(number).jpeg().toByteArray()), true)
                    .join();
            var due = clip.begin + (long) ((number + 1) / framesPerSecond * NANOS);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        }
        clip.answered.orTimeout(10, TimeUnit.SECONDS).join();
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return new Named(clip.namedAfter, clip.faces.get(), clip.wrong.get());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
        text.append(data);
        if (isLast) {
            try {
                answer(Mappers.JSON.readTree(text.toString()));
            } catch (JsonProcessingException e) {
                answered.completeExceptionally(e);
            }
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void answer(JsonNode answer) {
        answer.at("/outcome/value/faces").forEach(face -> {
            faces.incrementAndGet();
            var track = face.path("track");
            var name = track.at("/person/name").asText("");
            if (track.path("decision").asText().equals("match")) {
                note(name);
            }
        });
        answers++;
        if (answers == frames.size()) {
            answered.complete(null);
        }
    }

    private void note(String name) {
        if (!name.equals(person)) {
            wrong.incrementAndGet();
        } else if (Double.isNaN(namedAfter)) {
            namedAfter = (System.nanoTime() - begin) / NANOS;
        }
    }
}
