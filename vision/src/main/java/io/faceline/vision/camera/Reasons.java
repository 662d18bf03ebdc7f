package io.faceline.vision.camera;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import io.faceline.vision.camera.ffmpeg.FfmpegLog;
import io.faceline.vision.video.Ffmpeg;

/** Says what is wrong with a camera, in words for an admin. Not thread-safe. */
final class Reasons {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int NOT_ENOUGH_BANDWIDTH = 453;
    private static final int UNSUPPORTED_TRANSPORT = 461;
    private static final int UNAVAILABLE = 503;

    private final FfmpegAddress address;
    private final FfmpegLog log;
    private final Mask mask;

    Reasons(FfmpegAddress address, FfmpegLog log) {
        this.address = address;
        this.log = log;
        this.mask = new Mask(address);
    }

    /** The camera could not be opened. */
    CameraException notOpened(int returned, boolean hasFired) {
        var target = log.redirect();
        if (target.isPresent()) {
            var shown = mask.target(target.get());
            return CameraException.redirected(
                    "The camera sends its readers to " + shown
                            + ", which is not followed. Enter that address if it is right",
                    shown);
        }
        if (address.kind() != FfmpegAddress.Kind.RTSP) {
            return new CameraException(
                    CameraFault.UNREACHABLE,
                    (address.kind() == FfmpegAddress.Kind.FILE ? "The file" : "The device") + " cannot be opened ("
                            + Ffmpeg.text(returned) + "). Check that it is there and may be read");
        }
        return log.refusal().map(this::refused).orElseGet(() -> notAnswered(returned, hasFired));
    }

    private CameraException notAnswered(int returned, boolean hasFired) {
        if (log.isCertificateWrong()) {
            return new CameraException(
                    CameraFault.UNAUTHORIZED,
                    "The camera's certificate is not the one that was accepted, or it has run out. No password was sent. "
                            + "Check whether the camera was changed, then accept its new certificate");
        }
        if (log.isTlsTooOld()) {
            return new CameraException(
                    CameraFault.UNREACHABLE, "The camera's TLS is too old. Update the camera's firmware");
        }
        var step = log.lastRequest();
        if (hasFired && !step.isEmpty()) {
            return new CameraException(
                    CameraFault.UNREACHABLE,
                    "The camera does not answer (" + step + "). It may be starting, or hang: restart it if this stays");
        }
        if (!step.isEmpty()) {
            return new CameraException(
                    CameraFault.UNREACHABLE,
                    "The camera broke off after " + step + " (" + Ffmpeg.text(returned)
                            + "). Check that its address is that of an RTSP stream");
        }
        return new CameraException(
                CameraFault.UNREACHABLE,
                "Nobody answers at this address (" + (hasFired ? "no answer" : Ffmpeg.text(returned))
                        + "). Check the address, and that the camera is on");
    }

    private CameraException refused(FfmpegLog.Refusal refusal) {
        var shown = refusal.method() + ": " + refusal.status() + " " + mask.masked(refusal.words());
        var words = " (" + shown.strip() + ")";
        return switch (refusal.status()) {
            case UNAUTHORIZED -> unauthorized(words);
            case FORBIDDEN ->
                new CameraException(
                        CameraFault.UNAUTHORIZED,
                        "The camera does not allow this user to see the stream" + words
                                + ". Give the user the right to view in the camera's settings");
            case NOT_ENOUGH_BANDWIDTH, UNAVAILABLE ->
                new CameraException(
                        CameraFault.UNREACHABLE,
                        "The camera allows no more connections" + words
                                + ". Close another program that shows it, or raise its limit");
            case UNSUPPORTED_TRANSPORT, NOT_ACCEPTABLE ->
                new CameraException(
                        CameraFault.UNREACHABLE,
                        "The camera speaks UDP only, which is not supported" + words
                                + ". Switch RTSP over TCP on in its settings");
            default ->
                new CameraException(
                        CameraFault.UNREACHABLE,
                        "The server is there, the stream is not" + words
                                + ". Check the path of the address, and that the camera behind it is on");
        };
    }

    private CameraException unauthorized(String words) {
        if (log.asksForSha256Only()) {
            return new CameraException(
                    CameraFault.UNAUTHORIZED,
                    "The camera asks for a sign-in with SHA-256, which FFmpeg does not speak: set the camera to digest/MD5"
                            + words);
        }
        return new CameraException(
                CameraFault.UNAUTHORIZED,
                address.login().isEmpty()
                        ? "The camera asks for a user name and a password" + words + ". Enter them"
                        : "The camera refuses the user name or the password" + words
                                + ". Correct them; after several wrong tries a camera locks the account for a while");
    }

    /** It was open, and then it ended. */
    static CameraException ended(int returned) {
        return new CameraException(
                CameraFault.ENDED,
                returned == AVERROR_EOF
                        ? "The camera ended the stream. If it does so often, check its power and its network"
                        : "The connection to the camera broke (" + Ffmpeg.text(returned)
                                + "). If this happens often, check its power and its network");
    }

    static CameraException noPicture() {
        return new CameraException(
                CameraFault.UNDECODABLE,
                "The camera sends no picture: it offers sound or data only. Check the path of its address");
    }

    static CameraException frozen(long seconds) {
        return new CameraException(
                CameraFault.FROZEN,
                "The camera has sent no whole picture for " + seconds
                        + " s. Check its network and its power, or restart it");
    }

    static CameraException noKeyFrame(long seconds) {
        return new CameraException(
                CameraFault.UNDECODABLE,
                "The camera has sent no key frame for " + seconds
                        + " s, so nothing can be decoded. Switch its smart codec off, and set the interval of key frames to its frame rate");
    }

    static CameraException noDecodablePicture() {
        return new CameraException(
                CameraFault.UNDECODABLE,
                "No picture can be decoded: all are cut or damaged. Check the camera's settings");
    }

    static CameraException unknownCodec() {
        return new CameraException(
                CameraFault.UNDECODABLE, "The video codec is not supported. Set the camera to H.264");
    }

    static CameraException tooLarge() {
        return new CameraException(
                CameraFault.UNDECODABLE, "The pictures have more than 16 megapixels. Reduce their size in the camera");
    }

    static CameraException tooCostly(long seconds) {
        return new CameraException(
                CameraFault.UNDECODABLE,
                "A picture took longer than " + seconds
                        + " s to decode, and was given up. Reduce the size of the pictures in the camera");
    }

    static CameraException otherCodec() {
        return new CameraException(
                CameraFault.ENDED, "The pictures can no longer be decoded, as when the camera changes its codec");
    }

    static CameraException tooMuchMemory(long mebibytes) {
        return new CameraException(
                CameraFault.ENDED, "Reading the camera took " + mebibytes + " MiB of memory, so its process was ended");
    }
}
