package io.faceline.ingest.camera.open.http;

import io.faceline.vision.camera.CameraException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks a camera for its pictures: once, if they follow each other in one answer, and otherwise again and again. Confined to
 * one thread, but for {@link #close}.
 */
final class HttpReading implements AutoCloseable {
    /** Of a whole answer with one picture. */
    static final Duration ONE_PICTURE = Duration.ofSeconds(5);
    /** Between two pictures of a stream. */
    static final Duration BETWEEN_PICTURES = Duration.ofSeconds(10);

    private static final int MAX_BEFORE_A_PICTURE = 64 << 10;
    private static final int BUFFER_BYTES = 1 << 16;
    /** Thirty pictures a second of one MiB, and some more; each byte is looked at. */
    private static final int MAX_BYTES_PER_SECOND = 40 << 20;

    private static final int SHOWN = 2048;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int REDIRECTS = 300;
    private static final int ERRORS = 400;

    private final HttpTarget target;
    private final HttpSignIn signIn;
    private final PictureSink sink;
    private final InstantSource clock;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteRate rate = new ByteRate(MAX_BYTES_PER_SECOND);
    private volatile @Nullable HttpConnection connection;
    private volatile boolean isClosed;

    /** How an answer ended. */
    enum End {
        /** It had one picture, so that the next one must be asked for. */
        ONE_PICTURE,
        /** It had many. */
        STREAM
    }

    /** The camera cannot give a picture now, and may later. */
    static final class BusyException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient CameraException cause;
        private final Duration retryAfter;

        BusyException(CameraException cause, Duration retryAfter) {
            super(cause);
            this.cause = cause;
            this.retryAfter = retryAfter;
        }

        CameraException reason() {
            return cause;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }

    HttpReading(HttpTarget target, HttpSignIn signIn, PictureSink sink, InstantSource clock) {
        this.target = target;
        this.signIn = signIn;
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * Asks once, and hands out what is answered.
     *
     * @throws CameraException when it is refused, is no picture, or a stream has ended
     * @throws BusyException when the camera did not answer as it should
     */
    End ask() throws CameraException, BusyException {
        var isKept = false;
        try {
            var head = head();
            var end = pictures(connected(), head);
            isKept = head.keepsConnection();
            return end;
        } catch (ResponseHead.NoHttpException e) {
            throw HttpReasons.noHttp();
        } catch (SocketTimeoutException e) {
            throw new BusyException(HttpReasons.saysNothing(), Duration.ZERO);
        } catch (ConnectException e) {
            throw new BusyException(HttpReasons.nobodyAnswers(), Duration.ZERO);
        } catch (IOException e) {
            throw new BusyException(HttpReasons.broken(), Duration.ZERO);
        } finally {
            if (!isKept) {
                disconnect();
            }
        }
    }

    /** A connection that was kept may have been closed by the camera meanwhile, which is no fault. */
    private ResponseHead head() throws CameraException, BusyException, IOException {
        var isReused = connection != null;
        try {
            return signedIn();
        } catch (ResponseHead.NoHttpException | SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (!isReused || isClosed) {
                throw e;
            }
            disconnect();
            return signedIn();
        }
    }

    private HttpConnection connected() throws CameraException, IOException {
        var open = connection;
        if (open == null) {
            open = HttpConnection.open(target);
            connection = open;
            open.within(ONE_PICTURE);
        }
        if (isClosed) {
            open.close();
            throw new IOException("closed");
        }
        return open;
    }

    private void disconnect() {
        var open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    /** A challenge is answered once: each further try may count as a wrong password. */
    private ResponseHead signedIn() throws CameraException, BusyException, IOException {
        var open = connected();
        open.within(ONE_PICTURE);
        var head = open.get(signIn.authorization(target.path()));
        if (head.status() == UNAUTHORIZED && signIn.answer(head.all("www-authenticate"))) {
            head = again(open, head);
            if (head.status() == UNAUTHORIZED) {
                signIn.refused();
            }
        }
        if (head.status() >= REDIRECTS && head.status() < ERRORS) {
            throw HttpReasons.redirected(head.header("location").orElse(""));
        }
        if (head.status() != OK) {
            throw new BusyException(HttpReasons.refused(head, signIn.hasLogin()), retryAfter(head));
        }
        signIn.accepted();
        return head;
    }

    private ResponseHead again(HttpConnection open, ResponseHead refused) throws CameraException, IOException {
        var isKept = refused.keepsConnection();
        if (isKept) {
            skip(open, refused);
        } else {
            disconnect();
        }
        return connected().get(signIn.authorization(target.path()));
    }

    private void skip(HttpConnection open, ResponseHead head) throws IOException {
        var body = open.body(head);
        var read = 0;
        while (read >= 0) {
            read = body.read(buffer, 0, buffer.length);
        }
    }

    private static Duration retryAfter(ResponseHead head) {
        return head.header("retry-after")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }

    private End pictures(HttpConnection open, ResponseHead head) throws CameraException, BusyException, IOException {
        var isStream = head.isMultipart();
        var splitter = new JpegSplitter(jpeg -> sink.offer(jpeg, clock.instant()));
        var body = open.body(head);
        var beginning = new StringBuilder();
        open.within(isStream ? BETWEEN_PICTURES : ONE_PICTURE);
        try {
            for (var read = read(body); read >= 0; read = read(body)) {
                remember(beginning, read);
                var before = splitter.found();
                splitter.take(buffer, read);
                if (splitter.found() == 0 && splitter.bytesBeforeTheFirst() > MAX_BEFORE_A_PICTURE) {
                    throw HttpReasons.noPicture(beginning.toString());
                }
                if (splitter.found() > before) {
                    // What has a second picture is a stream, whatever it says.
                    isStream |= splitter.found() > 1;
                    open.within(isStream ? BETWEEN_PICTURES : ONE_PICTURE);
                }
            }
        } catch (SocketTimeoutException e) {
            if (isStream) {
                throw HttpReasons.silent(BETWEEN_PICTURES.toSeconds());
            }
            throw new BusyException(HttpReasons.tooSlow(ONE_PICTURE.toSeconds()), Duration.ZERO);
        }
        splitter.end();
        if (splitter.found() == 0) {
            throw HttpReasons.noPicture(beginning.toString());
        }
        return isStream ? End.STREAM : End.ONE_PICTURE;
    }

    private int read(BodyStream body) throws IOException {
        var read = body.read(buffer, 0, buffer.length);
        LockSupport.parkNanos(rate.pauseAfter(Math.max(0, read), System.nanoTime()));
        return read;
    }

    private void remember(StringBuilder beginning, int read) {
        if (beginning.length() < SHOWN) {
            beginning.append(new String(buffer, 0, Math.min(read, SHOWN), StandardCharsets.ISO_8859_1));
        }
    }

    /** Signed requests that were refused since one was let in. */
    int refusals() {
        return signIn.refusals();
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Lets {@link #ask} end soon. */
    @Override
    public void close() {
        isClosed = true;
        Optional.ofNullable(connection).ifPresent(HttpConnection::close);
    }
}
