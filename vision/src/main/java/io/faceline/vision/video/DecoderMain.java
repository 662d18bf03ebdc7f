package io.faceline.vision.video;

import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import io.faceline.contracts.Blob;
import io.faceline.vision.video.clip.ClipRequest;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * The video decoder process, started by {@link VideoDecoder}: a file that crashes FFmpeg crashes only this process.
 * Reads {@link Request}s from standard input and writes {@link Message}s to standard output until the input ends.
 */
final class DecoderMain {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long HEARTBEAT_NANOS = 1_000_000_000;

    /** A {@link Request} follows. */
    static final byte REQUEST = 'Q';

    /** There is memory for the video that was opened last. */
    static final byte GO_ON = 'G';

    /** Given once for each video. */
    private static final Semaphore MAY_GO_ON = new Semaphore(0);

    private final DataOutputStream out;
    private long lastMessage;

    private DecoderMain(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var stdout = new FileOutputStream(FileDescriptor.out);
        // Nothing else may write to standard output.
        System.setOut(System.err);
        Ffmpeg.load();
        var main = new DecoderMain(new DataOutputStream(new BufferedOutputStream(stdout, BUFFER_BYTES)));
        var requests = new ArrayBlockingQueue<Request>(1);
        startReading(requests);
        while (true) {
            main.answer(requests.take());
        }
    }

    /** Reads requests in a separate thread, so that this process exits with its parent even if FFmpeg hangs. */
    private static void startReading(BlockingQueue<Request> requests) {
        var reading = new Thread(() -> read(requests), "read-requests");
        reading.setDaemon(true);
        reading.start();
    }

    private static void read(BlockingQueue<Request> requests) {
        try {
            var in = new DataInputStream(System.in);
            while (true) {
                if (in.readByte() == GO_ON) {
                    MAY_GO_ON.release();
                } else {
                    requests.put(Request.read(in));
                }
            }
        } catch (IOException | InterruptedException e) {
            // The parent process closed the stream or exited.
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(Request request) throws IOException {
        av_max_alloc(request.limits().maxAllocation());
        lastMessage = System.nanoTime();
        // Sent after the file is closed: an error on closing must not be attributed to the next file.
        send(request.clip().isPresent() ? cut(request, request.clip().get()) : decode(request));
    }

    private Message decode(Request request) throws IOException {
        try (var video = VideoFile.open(
                request.file(), request.kind(), request.limits(), request.framesPerSecond(), this::heartbeat)) {
            send(new Message.Opened(video.facts(), video.memory()));
            MAY_GO_ON.acquireUninterruptibly();
            if (request.isForOneFrame()) {
                var frame = video.at(request.position());
                if (frame.isPresent()) {
                    send(new Message.Picture(frame.get()));
                }
            } else {
                sendAll(video);
            }
            return new Message.Ended(video.damaged());
        } catch (VideoException e) {
            return new Message.Failed(e.code(), e.text());
        }
    }

    private Message cut(Request request, ClipRequest clip) throws IOException {
        try (var cutter = ClipCutter.open(request, clip, this::sendPart, this::heartbeat)) {
            return new Message.Cut(cutter.cut());
        } catch (VideoException e) {
            return new Message.Failed(e.code(), e.text());
        }
    }

    private void sendPart(long position, byte[] bytes) throws IOException {
        send(new Message.Part(position, Blob.wrap(bytes)));
    }

    private void sendAll(VideoFile video) throws VideoException, IOException {
        for (var frame = video.next(); frame.isPresent(); frame = video.next()) {
            send(new Message.Picture(frame.get()));
        }
    }

    private void heartbeat() {
        if (System.nanoTime() - lastMessage > HEARTBEAT_NANOS) {
            try {
                send(new Message.Alive());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void send(Message message) throws IOException {
        message.write(out);
        lastMessage = System.nanoTime();
    }
}
