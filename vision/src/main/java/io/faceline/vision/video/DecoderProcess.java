package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.process.FfmpegLibraries;
import io.faceline.vision.process.IsolatedJvm;
import io.faceline.vision.process.Isolation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A running {@link DecoderMain}. A daemon thread reads a few messages ahead, so that waiting for one can time out.
 * Confined to one thread: only {@link #close} may be called from any other.
 */
final class DecoderProcess implements AutoCloseable {
    /** Maximum number of frames decoded ahead, which limits the memory. */
    private static final int READ_AHEAD = 4;

    private static final int BUFFER_BYTES = 1 << 16;

    private static final int HEAP_MEBIBYTES = 256;

    private final Process process;
    private final DataOutputStream requests;
    private final BlockingQueue<Optional<Message>> messages = new ArrayBlockingQueue<>(READ_AHEAD);
    private final Thread reader;

    private DecoderProcess(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.reader = new Thread(this::readAhead, "read-decoder-" + process.pid());
        reader.setDaemon(true);
    }

    /**
     * @param maxMemory bytes of native memory, where the system can limit it
     * @param file the only file that the process may read, where the system can enforce that
     */
    static DecoderProcess start(long maxMemory, List<Path> file) throws VideoException {
        var isolation = Isolation.detected();
        var files = new ArrayList<>(FfmpegLibraries.files(isolation));
        files.addAll(file);
        var jvm = new IsolatedJvm(DecoderMain.class, HEAP_MEBIBYTES, maxMemory, List.of(), List.copyOf(files));
        try {
            var started = new DecoderProcess(jvm.start(isolation));
            started.reader.start();
            return started;
        } catch (IOException e) {
            throw new VideoException(
                    FailureCode.DECODER_CRASHED, "The video decoder process cannot be started: " + e.getMessage());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void request(Request request) throws VideoException {
        try {
            requests.writeByte(DecoderMain.REQUEST);
            request.write(requests);
        } catch (IOException e) {
            throw crashed();
        }
    }

    /** Lets the process decode the video that it has opened. */
    void goOn() throws VideoException {
        try {
            requests.writeByte(DecoderMain.GO_ON);
            requests.flush();
        } catch (IOException e) {
            throw crashed();
        }
    }

    /** @throws VideoException when the process exited, or sent no message within the timeout */
    Message next(Duration timeout) throws VideoException {
        try {
            var message = messages.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new VideoException(
                        FailureCode.DECODER_STUCK,
                        "Decoding made no progress for " + timeout.toSeconds()
                                + " s and was aborted. Save the video again, or read it from a faster disk");
            }
            return message.orElseThrow(DecoderProcess::crashed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VideoException(FailureCode.DECODER_STUCK, "Interrupted while decoding.");
        }
    }

    /** Also thrown for an invalid message, since the process may be compromised. */
    static VideoException crashed() {
        return new VideoException(
                FailureCode.DECODER_CRASHED,
                "The video crashed the decoder; only this video is affected. Save it again with a different program");
    }

    private void readAhead() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER_BYTES))) {
            while (true) {
                messages.put(Optional.of(Message.read(in)));
            }
        } catch (IOException | IllegalArgumentException e) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Terminates the process and marks the end of the messages. */
    private void end() {
        process.destroyForcibly();
        try {
            messages.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Terminates the process immediately. */
    @Override
    public void close() {
        process.destroyForcibly();
        reader.interrupt();
    }
}
