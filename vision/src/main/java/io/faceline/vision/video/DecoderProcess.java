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
 * A running {@link DecoderMain}. Its messages are read ahead by a daemon thread, a few of them, so that whoever waits can
 * give up waiting. Used by one thread, ended by any.
 */
final class DecoderProcess implements AutoCloseable {
    /** Frames decoded ahead: enough to bridge a pause, few enough to cost no memory to speak of. */
    private static final int READ_AHEAD = 4;

    private static final int BUFFER_BYTES = 1 << 16;

    /** Only what says how names of files are written; no secret of ours is the decoder's business. */
    private static final Set<String> ENVIRONMENT =
            Set.of("LANG", "LC_ALL", "LC_CTYPE", "HOME", "PATH", "TMPDIR", "TEMP");

    private final Process process;
    private final DataOutputStream requests;
    private final BlockingQueue<Optional<Message>> messages = new ArrayBlockingQueue<>(READ_AHEAD);
    private final Thread reading;

    private DecoderProcess(Process process) {
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.reading = new Thread(this::readAhead, "read-decoder-" + process.pid());
        reading.setDaemon(true);
    }

    static DecoderProcess start() throws VideoException {
        var builder = new ProcessBuilder(command()).redirectError(Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        try {
            var started = new DecoderProcess(builder.start());
            started.reading.start();
            return started;
        } catch (IOException e) {
            throw new VideoException(
                    FailureCode.DECODER_CRASHED, "The decoding process cannot be started: " + e.getMessage());
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

    void ask(Request request) throws VideoException {
        try {
            request.write(requests);
        } catch (IOException e) {
            throw crashed();
        }
    }

    /** @throws VideoException when the process ended, or told nothing for so long */
    Message next(Duration patience) throws VideoException {
        try {
            var message = messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new VideoException(
                        FailureCode.DECODER_STUCK,
                        "Decoding came no further for " + patience.toSeconds()
                                + " s and was ended; save the video anew, or read it from a faster disk");
            }
            return message.orElseThrow(DecoderProcess::crashed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VideoException(FailureCode.DECODER_STUCK, "Interrupted while decoding.");
        }
    }

    /** Also when it tells what makes no sense: nobody knows what runs in it then. */
    static VideoException crashed() {
        return new VideoException(
                FailureCode.DECODER_CRASHED,
                "The video brought its decoder down; only this video is affected. Save it anew with another program");
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

    /** After the last message whoever waits is told that none will come. */
    private void end() {
        process.destroyForcibly();
        try {
            messages.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process, at once. */
    @Override
    public void close() {
        process.destroyForcibly();
        reading.interrupt();
    }
}
