package io.faceline.api.cameras.definition;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.PastedAddress;
import io.faceline.runtime.http.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes definitions of cameras from what people write. */
public final class CameraFields {
    /** Parts of paths, which no camera may be called. */
    private static final Set<String> RESERVED = Set.of("check", "events");

    private static final Set<String> KNOWN = Collections.unmodifiableSet(new TreeSet<>(Set.of(
            "id",
            "name",
            "address",
            "substream",
            "useSubstream",
            "user",
            "password",
            "secret",
            "certificate",
            "framesPerSecond",
            "maxWidth",
            "enabled",
            "hours",
            "ignored",
            "rotate",
            "aspect",
            "smallestFace",
            "matchThreshold",
            "keyFramesOnly",
            "motionGate",
            "retentionHours")));

    private final SignIns signIns;

    public CameraFields(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * A camera of these fields, with default settings for those that are not given.
     *
     * @throws ProblemException that names the field that is invalid
     */
    public Camera create(Fields fields, CameraOrigin origin, Instant now) {
        var name = fields.text("name", "");
        var given = fields.text("id", null);
        var id = given == null ? CameraSlug.of(name == null ? "" : name) : Fields.in("id", () -> new CameraId(given));
        if (RESERVED.contains(id.value())) {
            throw Fields.badRequest("id: \"" + id + "\" cannot be the id of a camera; choose another");
        }
        var address = fields.text("address", null);
        if (address == null) {
            throw Fields.badRequest("address: it is missing, such as rtsp://10.0.0.7/stream1");
        }
        // The name is set below, where it is checked.
        var base = Camera.of(id, id.value(), pasted("address", address).address(), origin, now);
        if (!fields.has("name")) {
            throw Fields.badRequest("name: it is missing; it is what the page calls the camera");
        }
        return changed(base, fields, origin, now);
    }

    /**
     * A camera with these fields changed.
     *
     * @throws ProblemException that names the field that is invalid
     */
    public Camera change(Camera camera, Fields fields, Instant now) {
        if (fields.has("id") && !camera.id().value().equals(fields.text("id", null))) {
            throw Fields.badRequest("id: it cannot be changed; what the camera saw is found by it");
        }
        return changed(camera, fields, CameraOrigin.API, now);
    }

    private Camera changed(Camera camera, Fields fields, CameraOrigin origin, Instant now) {
        fields.requireKnown(KNOWN);
        var credentials = new ArrayList<Credentials>();
        var address = address(fields, "address", camera.address(), credentials);
        var substream = address(fields, "substream", camera.substream(), credentials);
        if (address == null) {
            throw Fields.badRequest("address: it cannot be removed");
        }
        requireSameHost(address, substream);
        var name = fields.text("name", camera.name());
        var certificate = fields.text("certificate", null);
        return checked(() -> new Camera(
                camera.id(),
                name == null ? "" : name,
                address,
                substream,
                fields.flag("useSubstream", camera.useSubstream() && substream != null),
                signIns.of(camera.id(), fields, credentials, camera.signIn()),
                certificate == null && !fields.isNull("certificate") ? camera.certificate() : pem(certificate),
                fields.number("framesPerSecond", camera.framesPerSecond()),
                fields.whole("maxWidth", camera.maxWidth()),
                fields.flag("enabled", camera.enabled()),
                StructuredFields.hours(fields, camera.hours()),
                StructuredFields.areas(fields, camera.ignored()),
                fields.whole("rotate", camera.rotate()),
                fields.text("aspect", camera.aspect()),
                fields.optionalWhole("smallestFace", camera.smallestFace()),
                fields.optionalNumber("matchThreshold", camera.matchThreshold()),
                fields.flag("keyFramesOnly", camera.keyFramesOnly()),
                fields.flag("motionGate", camera.motionGate()),
                fields.whole("retentionHours", camera.retentionHours()),
                origin,
                now));
    }

    /** The same camera with another time of change, at which ingest opens it again. */
    public static Camera at(Instant time, Camera camera) {
        return new Camera(
                camera.id(),
                camera.name(),
                camera.address(),
                camera.substream(),
                camera.useSubstream(),
                camera.signIn(),
                camera.certificate(),
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
                time);
    }

    private static String pem(String certificate) {
        return certificate == null ? null : Fields.in("certificate", () -> Certificates.pem(certificate));
    }

    private static CameraAddress address(
            Fields fields, String name, CameraAddress before, List<Credentials> credentials) {
        var text = fields.text(name, null);
        if (text == null) {
            return fields.isNull(name) ? null : before;
        }
        var pasted = pasted(name, text);
        pasted.user()
                .map(user -> Fields.in(
                        name, () -> new Credentials(user, pasted.password().orElse(""))))
                .ifPresent(credentials::add);
        return pasted.address();
    }

    private static PastedAddress pasted(String name, String text) {
        return Fields.in(name, () -> PastedAddress.of(text));
    }

    /** The camera's password must not go to another host. */
    private static void requireSameHost(CameraAddress address, CameraAddress substream) {
        if (substream != null
                && substream.uri().getHost() != null
                && !substream.uri().getHost().equalsIgnoreCase(address.uri().getHost())) {
            throw Fields.badRequest(
                    "substream: it must be of the same host as the address; what another host sends is a camera of its own");
        }
    }

    /** The messages of the record name the field. */
    private static Camera checked(Supplier<Camera> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw Fields.badRequest(e.getMessage());
        }
    }
}
