package io.faceline.cli.watch;

import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraState;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what a camera does. */
final class StateText {
    private StateText() {}

    static String of(CameraState state) {
        var text = new StringBuilder("camera: ").append(words(state.condition()));
        if (state.condition() == CameraCondition.LIVE) {
            text.append(picture(state.figures()));
        }
        if (!state.reason().isEmpty()) {
            text.append(": ").append(state.reason());
        }
        if (!state.notices().isEmpty()) {
            text.append(state.notices().stream().map(StateText::words).collect(Collectors.joining(", ", " (", ")")));
        }
        return text.toString();
    }

    private static String picture(CameraFigures figures) {
        return figures.width() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %s %d×%d",
                        figures.codec() == null ? "pictures of" : figures.codec(),
                        figures.width(),
                        figures.height());
    }

    private static String words(CameraCondition condition) {
        return switch (condition) {
            case CONNECTING -> "connecting";
            case LIVE -> "live";
            case FROZEN -> "frozen";
            case UNREACHABLE -> "not reachable";
            case UNAUTHORIZED -> "not authorized";
            case UNDECODABLE -> "not decodable";
            case OUTSIDE_HOURS -> "outside of its hours";
            case DISABLED -> "switched off";
            case UNKNOWN -> "in a state that this version does not know";
        };
    }

    private static String words(CameraNotice notice) {
        return switch (notice) {
            case WAITS_FOR_KEY_FRAME -> "waits for a key frame";
            case UNCHANGED -> "the picture has not changed for a minute";
            case ONE_COLOUR -> "the picture has one colour";
            case WEAK_LINK -> "many pictures arrive damaged";
            case GREY -> "pictures without colour, as at night";
            case MOTION_LEARNED -> "parts that always change no longer count as motion";
            case MAYBE_TAKEN -> "another program may hold the camera's only connection";
            case OVERLOADED -> "this machine answers fewer frames than are taken: lower --fps";
            case UNKNOWN -> "a notice that this version does not know";
        };
    }
}
