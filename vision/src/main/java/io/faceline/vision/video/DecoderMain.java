package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Decodes videos as a process of its own, started by {@link VideoDecoder}: a file that brings FFmpeg down takes only this
 * along. Reads {@link Request}s from standard input and writes {@link Message}s to standard output until the input ends.
 */
final class DecoderMain {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long ALIVE_NANOS = 1_000_000_000;

    private final DataOutputStream out;
    private long lastMessage;

    private DecoderMain(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var stdout = new FileOutputStream(FileDescriptor.out);
        // Nothing else may write between the messages.
        System.setOut(System.err);
        Ffmpeg.load();
        var main = new DecoderMain(new DataOutputStream(new BufferedOutputStream(stdout, BUFFER_BYTES)));
        var requests = new ArrayBlockingQueue<Request>(1);
        startReading(requests);
        while (true) {
            main.answer(requests.take());
        }
    }

    /** Beside the decoding, so that this process ends with the one that started it even where FFmpeg comes no further. */
    private static void startReading(BlockingQueue<Request> requests) {
        var reading = new Thread(() -> read(requests), "read-requests");
        reading.setDaemon(true);
        reading.start();
    }

    private static void read(BlockingQueue<Request> requests) {
        try {
            var in = new DataInputStream(System.in);
            while (true) {
                requests.put(Request.read(in));
            }
        } catch (IOException | InterruptedException e) {
            // Whoever started this process has no more to ask, or is gone.
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(Request request) throws IOException {
        av_max_alloc(request.limits().maxAllocation());
        lastMessage = System.nanoTime();
        // Told when the file is closed again: what goes wrong in that is not the fault of the next file.
        tell(end(request));
    }

    private Message end(Request request) throws IOException {
        try (var video = VideoFile.open(
                request.file(), request.kind(), request.limits(), request.framesPerSecond(), this::alive)) {
            tell(new Message.Opened(video.facts()));
            if (request.isForOneFrame()) {
                var frame = video.at(request.position());
                if (frame.isPresent()) {
                    tell(new Message.Picture(frame.get()));
                }
            } else {
                tellAll(video);
            }
            return new Message.Ended(video.damaged());
        } catch (VideoException e) {
            return new Message.Failed(e.code(), e.text());
        }
    }

    private void tellAll(VideoFile video) throws VideoException, IOException {
        for (var frame = video.next(); frame.isPresent(); frame = video.next()) {
            tell(new Message.Picture(frame.get()));
        }
    }

    private void alive() {
        if (System.nanoTime() - lastMessage > ALIVE_NANOS) {
            try {
                tell(new Message.Alive());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void tell(Message message) throws IOException {
        message.write(out);
        lastMessage = System.nanoTime();
    }
}
