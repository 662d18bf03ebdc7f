package io.faceline.vision.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_INFO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_TRACE;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.setLogCallback;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from FFmpeg's log what its return codes do not tell. Its lines contain the address and the credentials: none of
 * them leaves this class as it is. Thread-safe.
 */
public final class FfmpegLog {
    private static final Pattern REFUSED = Pattern.compile("method (\\w+) failed: (\\d{3})[ ]*([^\\r\\n]*)");
    private static final Pattern REDIRECT = Pattern.compile("Redirecting to ([^\\r\\n]*)");
    private static final Pattern REQUEST = Pattern.compile("Sending:\\s*([A-Z_]+) ");
    private static final Pattern CHALLENGE =
            Pattern.compile("line='WWW-Authenticate: *([^\\r\\n]*)'", Pattern.CASE_INSENSITIVE);

    /** Which FFmpeg also says after a failure. */
    private static final String GOODBYE = "TEARDOWN";

    private static final String ONE_BYTE = "ret=1 c=";

    private final Watchdog watchdog;
    private final LogCallback callback = new LogCallback() {
        @Override
        public void call(int level, BytePointer line) {
            var text = line.getString();
            if (!text.contains(ONE_BYTE)) {
                read(text);
            }
        }
    };
    private @Nullable Refusal refusal;
    private @Nullable String redirect;
    private String lastRequest = "";
    private boolean asksForSha256;
    private boolean asksForOther;
    private boolean isCertificateWrong;
    private boolean isTlsTooOld;
    private boolean isTooLarge;
    private long missed;

    /**
     * What the camera answered.
     *
     * @param method of the request, such as {@code DESCRIBE}
     * @param status three digits
     * @param words of the camera
     */
    public record Refusal(String method, int status, String words) {}

    public FfmpegLog(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    /** FFmpeg calls it from now on. While a camera is opened, all is read: each byte of an answer has a line. */
    public void install() {
        setLogCallback(callback);
        av_log_set_level(AV_LOG_TRACE);
    }

    /** The camera has been opened. */
    public void readLess() {
        av_log_set_level(AV_LOG_INFO);
    }

    public synchronized void read(String line) {
        var redirected = REDIRECT.matcher(line);
        if (redirected.find()) {
            // Before anything is sent there: the other host would be told the password.
            watchdog.stop();
            redirect = redirected.group(1);
        }
        var request = REQUEST.matcher(line);
        if (request.find() && !GOODBYE.equals(request.group(1))) {
            lastRequest = request.group(1);
        }
        var refused = REFUSED.matcher(line);
        if (refused.find()) {
            refusal = new Refusal(refused.group(1), Integer.parseInt(refused.group(2)), refused.group(3));
        }
        readChallenge(line);
        if (line.toLowerCase(Locale.ROOT).contains("certificate verif")) {
            isCertificateWrong = true;
        }
        if (line.contains("unsupported protocol") || line.contains("alert protocol version")) {
            isTlsTooOld = true;
        }
        if (line.contains("RTP: missed")) {
            missed++;
        }
        if (line.contains("exceeds specified max pixel count")) {
            isTooLarge = true;
        }
    }

    private void readChallenge(String line) {
        var challenge = CHALLENGE.matcher(line);
        if (challenge.find()) {
            var words = challenge.group(1).toUpperCase(Locale.ROOT);
            var isSha256 = words.contains("SHA-256") || words.contains("SHA256");
            asksForSha256 |= isSha256;
            asksForOther |= !isSha256;
        }
    }

    /** Whether the camera encrypts in a way that is no longer safe. */
    public synchronized boolean isTlsTooOld() {
        return isTlsTooOld;
    }

    /** How often packets of the network were missing, which no return code and no flag tells. */
    public synchronized long missed() {
        return missed;
    }

    /** Whether a picture has more pixels than the decoder may decode. */
    public synchronized boolean isTooLarge() {
        return isTooLarge;
    }

    public synchronized Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Where the camera sent its reader, as it told. */
    public synchronized Optional<String> redirect() {
        return Optional.ofNullable(redirect);
    }

    /** The method that was sent last; empty before the first. */
    public synchronized String lastRequest() {
        return lastRequest;
    }

    /** Whether the camera accepts no sign-in that FFmpeg knows. */
    public synchronized boolean asksForSha256Only() {
        return asksForSha256 && !asksForOther;
    }

    public synchronized boolean isCertificateWrong() {
        return isCertificateWrong;
    }
}
