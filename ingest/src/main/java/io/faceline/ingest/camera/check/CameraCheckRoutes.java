package io.faceline.ingest.camera.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.serde.Mappers;
import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.open.certificate.ShownCertificate;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets an admin look at a camera before it is added. */
public final class CameraCheckRoutes implements Routes {
    private static final CameraId ANY = new CameraId("check");
    private static final int MAX_BYTES = 32 * 1024;
    /** Each takes seconds and a process. */
    private static final int MAX_CHECKS = 2;

    private final Access access;
    private final CameraCheck check;
    private final Executor executor;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(MAX_CHECKS);

    /** @param executor waits for cameras */
    public CameraCheckRoutes(Access access, CameraCheck check, Executor executor, InstantSource clock) {
        this.access = access;
        this.check = check;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/api/v1/cameras/check", this::check);
    }

    private void check(Context context) {
        access.requireAdmin(context);
        var body = body(context);
        var camera = camera(body);
        var login = login(body);
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    429, "TOO_MANY_REQUESTS", "other cameras are being checked: try again in half a minute");
        }
        context.future(() -> CompletableFuture.supplyAsync(() -> checked(camera, login), executor)
                .whenComplete((checked, failure) -> places.release())
                .thenAccept(context::json));
    }

    private CheckedCamera checked(Camera camera, Optional<Login> login) {
        try {
            return check.check(camera, login);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private static JsonNode body(Context context) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BYTES + " bytes");
        }
        try {
            return Mappers.JSON.readTree(bytes);
        } catch (IOException e) {
            throw new ProblemException(400, "BAD_REQUEST", "the body must be JSON: {\"address\":\"rtsp://…\"}");
        }
    }

    private Camera camera(JsonNode body) {
        try {
            var address = new CameraAddress(required(body));
            var plain = Camera.of(ANY, "check", address, CameraOrigin.API, clock.instant());
            return accepting(plain, certificate(body));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "BAD_REQUEST", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String certificate(JsonNode body) {
        var pem = text(body, "certificate");
        pem.ifPresent(ShownCertificate::ofPem);
        return pem.orElse(null);
    }

    /** With nothing dropped, so that there is a picture. */
    private static Camera accepting(Camera camera, @Nullable String certificate) {
        return new Camera(
                camera.id(),
                camera.name(),
                camera.address(),
                null,
                false,
                null,
                certificate,
                camera.framesPerSecond(),
                camera.maxWidth(),
                true,
                null,
                List.of(),
                0,
                null,
                null,
                null,
                false,
                false,
                camera.retentionHours(),
                camera.origin(),
                camera.changedAt());
    }

    private static String required(JsonNode body) {
        return text(body, "address")
                .orElseThrow(() -> new ProblemException(
                        400, "BAD_REQUEST", "the body must be JSON with a text: {\"address\":\"rtsp://…\"}"));
    }

    private static Optional<Login> login(JsonNode body) {
        var user = text(body, "user");
        try {
            return user.map(name -> new Login(name, text(body, "password").orElse("")));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "BAD_REQUEST", "user: " + e.getMessage());
        }
    }

    private static Optional<String> text(JsonNode body, String field) {
        var value = body.path(field);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new ProblemException(400, "BAD_REQUEST", field + " must be a text");
        }
        return Optional.of(value.textValue());
    }
}
