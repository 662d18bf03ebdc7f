package io.faceline.systemtests.cameras;

import io.faceline.contracts.camera.CameraCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a camera does, and what must be told of it.
 *
 * @param camera a fake camera and its arguments
 * @param between what is between the camera and its reader, and its arguments behind the ports
 * @param told conditions and parts of their reasons, in this order
 * @param tries how often the camera may be asked to describe its stream or for a picture; 0: as often as it takes
 */
record CameraCase(String camera, Optional<String> between, List<Told> told, int tries) {
    /** A condition, and a part of its reason. */
    record Told(CameraCondition condition, String reason) {}

    CameraCase {
        told = List.copyOf(told);
    }

    static CameraCase of(String camera) {
        return new CameraCase(camera, Optional.empty(), List.of(), 0);
    }

    CameraCase behind(String program) {
        return new CameraCase(camera, Optional.of(program), told, tries);
    }

    CameraCase tells(CameraCondition condition, String reason) {
        var more = new ArrayList<>(told);
        more.add(new Told(condition, reason));
        return new CameraCase(camera, between, more, tries);
    }

    CameraCase live() {
        return tells(CameraCondition.LIVE, "");
    }

    CameraCase withTries(int count) {
        return new CameraCase(camera, between, told, count);
    }

    boolean isRtsp() {
        return camera.startsWith("rtsp");
    }

    @Override
    public String toString() {
        return camera.replaceAll("\\{(\\w+)}", "$1")
                + between.map(program -> " behind " + program).orElse("");
    }
}
