package io.faceline.cli.cameras;

import io.faceline.contracts.Shown;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.ingest.camera.check.CheckedCamera;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Writes in plain lines what the check of a camera showed. */
final class CheckText {
    /** Pixels below which faces are hardly recognised. */
    private static final int RECOGNISABLE = 48;

    private static final double MILLIS_PER_SECOND = 1000;

    private final PrintWriter out;

    CheckText(PrintWriter out) {
        this.out = out;
    }

    void write(String address, CheckedCamera checked, Optional<FacesInPicture> faces) {
        line("address", address);
        line("result", result(checked.condition()) + (checked.isLive() ? "" : ": " + checked.reason()));
        redirect(checked);
        picture(checked);
        certificate(checked);
        faces.ifPresent(this::faces);
        line(
                "sign-in",
                checked.signInTries() == 0
                        ? "no password was tried"
                        : "cost one try of the password; several wrong ones may lock the account");
        checked.advice().forEach(advice -> line("advice", advice));
        faces.ifPresent(this::turn);
        out.flush();
    }

    private static String result(CameraCondition condition) {
        return switch (condition) {
            case LIVE -> "pictures arrive";
            case CONNECTING -> "no picture yet";
            case FROZEN -> "frozen";
            case UNREACHABLE -> "not reachable";
            case UNAUTHORIZED -> "not authorized";
            case UNDECODABLE -> "not decodable";
            case OUTSIDE_HOURS, DISABLED, UNKNOWN -> "not read";
        };
    }

    private void redirect(CheckedCamera checked) {
        var target = checked.redirectedTo();
        if (target != null) {
            line("redirect", "to " + target + ", which was not followed: use that address if you trust it");
        }
    }

    private void picture(CheckedCamera checked) {
        if (checked.width() > 0) {
            var codec = checked.codec() == null ? "" : checked.codec() + ", ";
            line(
                    "picture",
                    codec + checked.width() + " × " + checked.height() + " pixels, "
                            + String.format(Locale.ROOT, "%.1f a second", checked.framesPerSecond()));
        }
        if (checked.openedMillis() != null) {
            line(
                    "opening",
                    String.format(
                            Locale.ROOT, "first picture after %.1f s", checked.openedMillis() / MILLIS_PER_SECOND));
        }
    }

    private void certificate(CheckedCamera checked) {
        var certificate = checked.certificate();
        if (certificate != null) {
            line("certificate", "SHA-256 " + certificate.fingerprint());
        }
    }

    private void faces(FacesInPicture faces) {
        if (faces.count() == 0) {
            line("faces", "none in the first picture: stand where people will be, and check again");
            return;
        }
        line("faces", faces.count() + ", the largest of " + faces.largestPixels() + " pixels");
        if (faces.largestPixels() >= RECOGNISABLE) {
            line(
                    "distance",
                    String.format(
                            Locale.ROOT,
                            "faces have %d pixels, enough to be recognised, up to %.1f times as far away",
                            RECOGNISABLE,
                            faces.largestPixels() / (double) RECOGNISABLE));
        } else {
            line(
                    "advice",
                    "Faces below " + RECOGNISABLE + " pixels are hardly recognised: use the main stream, or a camera"
                            + " that is nearer or sees less at once.");
        }
    }

    private void turn(FacesInPicture faces) {
        if (faces.rotate() != 0) {
            line(
                    "advice",
                    "Faces are turned: use --rotate " + faces.rotate() + ", or rotate: " + faces.rotate()
                            + " in the camera's definition.");
        }
    }

    private void line(String label, String text) {
        out.println(Shown.of(String.format(Locale.ROOT, "%-12s %s", label, text)));
    }
}
