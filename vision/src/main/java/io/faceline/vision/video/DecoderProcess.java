package io.faceline.vision.video;

import io.faceline.contracts.frame.FailureCode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Only the variables that file names depend on; the decoder must not see our secrets. */
    private static final Set<String> ENVIRONMENT =
            Set.of("LANG", "LC_ALL", "LC_CTYPE", "HOME", "PATH", "TMPDIR", "TEMP");

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

    static DecoderProcess start() throws VideoException {
        var builder = new ProcessBuilder(command()).redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        try {
            var started = new DecoderProcess(builder.start());
            started.reader.start();
            return started;
        } catch (IOException e) {
            throw new VideoException(
                    FailureCode.DECODER_CRASHED, "The video decoder process cannot be started: " + e.getMessage());
        }
    }

    private static List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + new File(System.getProperty("java.io.tmpdir"), "faceline-decoder-%p.log"),
                "-cp",
                System.getProperty("java.class.path"),
                DecoderMain.class.getName());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void request(Request request) throws VideoException {
        try {
            request.write(requests);
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
