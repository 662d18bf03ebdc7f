package io.faceline.cli.cameras;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.Shown;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.serde.Mappers;
import io.faceline.ingest.camera.check.CheckedCamera;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Writes what the check of a camera showed as JSON: the answer of {@code POST /api/v1/cameras/check} without the picture. */
record CheckJson(
        String address,
        CameraCondition condition,
        String reason,
        String codec,
        int width,
        int height,
        double framesPerSecond,
        Long openedMillis,
        CheckedCamera.Certificate certificate,
        String redirectedTo,
        List<CameraNotice> notices,
        List<String> advice,
        FacesInPicture faces,
        int signInTries) {
    static CheckJson of(String address, CheckedCamera it, Optional<FacesInPicture> faces) {
        return new CheckJson(
                address,
                it.condition(),
                it.reason(),
                it.codec(),
                it.width(),
                it.height(),
                it.framesPerSecond(),
                it.openedMillis(),
                it.certificate(),
                it.redirectedTo(),
                it.notices(),
                it.advice(),
                faces.orElse(null),
                it.signInTries());
    }

    void write(PrintWriter out) {
        try {
            out.println(Shown.of(Mappers.JSON.writeValueAsString(this)));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a check cannot be written as JSON", e);
        }
    }
}
