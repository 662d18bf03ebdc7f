package io.faceline.ingest.camera.open.http;

import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is wrong with a camera's answer, in words for an admin. */
final class HttpReasons {
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>\\s*([^<]{1,60})", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");
    private static final int MAX_ADDRESS = 300;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERRORS = 500;

    private HttpReasons() {}

    static CameraException nobodyAnswers() {
        return unreachable("Nobody answers at this address and port. Check that the camera is on, and the address");
    }

    static CameraException saysNothing() {
        return unreachable("The camera takes the connection and says nothing. It may be starting, or hang: restart it");
    }

    static CameraException tooSlow(long seconds) {
        return unreachable("The camera answers, and its picture was not there after " + seconds
                + " s. Reduce the size of its pictures, or improve its link");
    }

    static CameraException noHttp() {
        return unreachable(
                "What answers there does not speak HTTP. Check the port; an RTSP camera has an address that starts"
                        + " with rtsp:");
    }

    static CameraException silent(long seconds) {
        return new CameraException(
                CameraFault.FROZEN,
                "The camera has sent no picture for " + seconds + " s, though the connection is open");
    }

    static CameraException ended() {
        return new CameraException(CameraFault.ENDED, "The camera ended the stream");
    }

    static CameraException broken() {
        return new CameraException(CameraFault.ENDED, "The connection to the camera broke");
    }

    static CameraException redirected(String location) {
        var target = USER_INFO.matcher(location).replaceAll("//").replaceAll("\\p{C}", " ");
        var shown = target.length() > MAX_ADDRESS ? target.substring(0, MAX_ADDRESS) : target;
        return CameraException.redirected(
                "The camera sends its reader to another address, which is not followed. If it is right, enter it as the"
                        + " camera's address",
                shown);
    }

    static CameraException refused(ResponseHead head, boolean hasLogin) {
        return switch (head.status()) {
            case UNAUTHORIZED -> unauthorized(head, hasLogin);
            case FORBIDDEN ->
                new CameraException(
                        CameraFault.UNAUTHORIZED,
                        "The camera does not let this user see the picture (403). Give the user the right to view");
            case NOT_FOUND ->
                unreachable("The server is there, the picture is not (404). Check the path of the address");
            case TOO_MANY, UNAVAILABLE ->
                unreachable("The camera is busy, or allows no more connections (" + head.status()
                        + "). Close other viewers of it");
            default ->
                unreachable(
                        head.status() >= SERVER_ERRORS
                                ? "The camera reports a fault of its own (" + head.status()
                                        + "). Restart it if this stays"
                                : "The camera refuses the request (" + head.status()
                                        + "). Check the path of the address");
        };
    }

    private static CameraException unauthorized(ResponseHead head, boolean hasLogin) {
        if (!hasLogin) {
            return new CameraException(
                    CameraFault.UNAUTHORIZED, "The camera asks for a user name and a password (401). Enter them");
        }
        var isKnown = head.all("www-authenticate").stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.startsWith("basic")
                        || DigestChallenge.best(head.all("www-authenticate")).isPresent());
        return new CameraException(
                CameraFault.UNAUTHORIZED,
                isKnown
                        ? "The camera refuses the user name or the password (401). Each wrong try may lock the account: check"
                                + " them in the camera's own page first"
                        : "The camera asks for a way to sign in that is not known. Set it to digest or basic");
    }

    /** @param beginning of what came instead of a picture */
    static CameraException noPicture(String beginning) {
        if (beginning.startsWith("\u0089PNG")) {
            return undecodable("The camera sends PNG. Choose JPEG in its settings, or another path");
        }
        var title = TITLE.matcher(beginning);
        if (title.find()) {
            return undecodable("The address is a web page, \""
                    + title.group(1).replaceAll("\\p{C}", " ").strip()
                    + "\", not a picture. Use the address of the picture or stream itself");
        }
        if (beginning.stripLeading().startsWith("<")) {
            return undecodable(
                    "The address is a web page or a message, not a picture. Use the address of the picture or"
                            + " stream itself");
        }
        return undecodable(
                beginning.isEmpty()
                        ? "The camera's answer is empty. Check the path of the address"
                        : "What the camera sends is no JPEG. Check the path of the address");
    }

    private static CameraException unreachable(String reason) {
        return new CameraException(CameraFault.UNREACHABLE, reason);
    }

    private static CameraException undecodable(String reason) {
        return new CameraException(CameraFault.UNDECODABLE, reason);
    }
}
