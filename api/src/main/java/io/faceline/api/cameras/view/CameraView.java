package io.faceline.api.cameras.view;

import io.faceline.api.cameras.definition.Certificates;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraHours;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.contracts.camera.IgnoredArea;
import java.time.Instant;
import java.util.List;

/**
 * A camera as an answer: its definition without credentials, and what it does.
 *
 * @param address null unless an admin asks, as are substream, sign-in and certificate
 * @param signIn null for a camera without credentials
 * @param state null if no instance has taken it up yet
 * @param preview null if there is none, as of a camera that is switched off
 */
public record CameraView(
        CameraId id,
        String name,
        String address,
        String substream,
        boolean useSubstream,
        SignInView signIn,
        CertificateView certificate,
        double framesPerSecond,
        int maxWidth,
        boolean enabled,
        CameraHours hours,
        List<IgnoredArea> ignored,
        int rotate,
        String aspect,
        Integer smallestFace,
        Double matchThreshold,
        boolean keyFramesOnly,
        boolean motionGate,
        int retentionHours,
        CameraOrigin origin,
        Instant changedAt,
        StateView state,
        PreviewView preview) {
    public CameraView {
        ignored = List.copyOf(ignored);
    }

    static CameraView of(Camera camera, boolean isAdmin, StateView state, PreviewView preview) {
        var substream = camera.substream();
        return new CameraView(
                camera.id(),
                camera.name(),
                isAdmin ? camera.address().value() : null,
                isAdmin && substream != null ? substream.value() : null,
                camera.useSubstream(),
                isAdmin ? SignInView.of(camera.signIn()) : null,
                isAdmin ? CertificateView.of(camera.certificate()) : null,
                camera.framesPerSecond(),
                camera.maxWidth(),
                camera.enabled(),
                camera.hours(),
                camera.ignored(),
                camera.rotate(),
                camera.aspect(),
                camera.smallestFace(),
                camera.matchThreshold(),
                camera.keyFramesOnly(),
                camera.motionGate(),
                camera.retentionHours(),
                camera.origin(),
                camera.changedAt(),
                state,
                preview);
    }

    /**
     * Where the credentials are, never these themselves.
     *
     * @param secret the name of a secret; null if they are stored
     * @param stored true if user name and password are stored encrypted; null otherwise
     */
    public record SignInView(String secret, Boolean stored) {
        static SignInView of(CameraSignIn signIn) {
            if (signIn == null) {
                return null;
            }
            return new SignInView(signIn.secret(), signIn.encrypted() == null ? null : true);
        }
    }

    /** @param fingerprint SHA-256 in hexadecimal digits with colons */
    public record CertificateView(String fingerprint) {
        static CertificateView of(String pem) {
            return pem == null
                    ? null
                    : Certificates.fingerprint(pem).map(CertificateView::new).orElse(null);
        }
    }
}
