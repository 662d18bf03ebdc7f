package io.faceline.api.cameras;

import io.faceline.api.cameras.table.CameraTable;
import io.faceline.api.cameras.view.CameraView;
import io.faceline.api.cameras.view.CameraViews;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/cameras}: lists, creates, changes, tries and deletes cameras. */
final class CameraRoutes implements Routes {
    static final String PATH = "/api/v1/cameras";
    static final String ONE = PATH + "/{id}";

    private static final Logger LOG = LoggerFactory.getLogger(CameraRoutes.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final Comparator<Camera> BY_NAME = Comparator.comparing(Camera::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(camera -> camera.id().value());

    private final CameraAccess access;
    private final CameraTable cameras;
    private final CameraViews views;
    private final ChangeCameras changes;
    private final Supplier<Optional<String>> fileProblem;
    private final Executor oneByOne;

    /**
     * @param fileProblem why the file of cameras is not as it is shown; empty if it is
     * @param oneByOne runs one task at a time, which waits for Kafka; rejects tasks beyond its capacity
     */
    CameraRoutes(
            CameraAccess access,
            CameraTable cameras,
            CameraViews views,
            ChangeCameras changes,
            Supplier<Optional<String>> fileProblem,
            Executor oneByOne) {
        this.access = access;
        this.cameras = cameras;
        this.views = views;
        this.changes = changes;
        this.fileProblem = fileProblem;
        this.oneByOne = oneByOne;
    }

    /** @param fileProblem null if there is none, or unless an admin asks */
    record CameraList(List<CameraView> cameras, String fileProblem) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list)
                .post(PATH, this::create)
                .get(ONE, this::one)
                .patch(ONE, this::change)
                .delete(ONE, this::delete)
                .post(ONE + "/try", this::tryNow);
    }

    private void list(Context context) {
        var isAdmin = access.requireViewer(context).isAdmin();
        var all = cameras.all().stream()
                .sorted(BY_NAME)
                .map(camera -> views.of(camera, isAdmin))
                .toList();
        answer(context, new CameraList(all, isAdmin ? fileProblem.get().orElse(null) : null));
    }

    private void one(Context context) {
        var isAdmin = access.requireViewer(context).isAdmin();
        answer(context, views.of(access.camera(context), isAdmin));
    }

    private void create(Context context) {
        access.requireAdmin(context);
        var given = CameraBody.of(context);
        context.future(() -> inTurn(() -> changes.create(given)).thenAccept(camera -> {
            context.status(201).header("Location", PATH + "/" + camera.id());
            answer(context, views.of(camera, true));
        }));
    }

    private void change(Context context) {
        var id = changed(context);
        var given = CameraBody.of(context);
        context.future(() ->
                inTurn(() -> changes.change(id, given)).thenAccept(camera -> answer(context, views.of(camera, true))));
    }

    private void delete(Context context) {
        var id = changed(context);
        context.future(() -> inTurn(() -> changes.delete(id)).thenRun(() -> context.status(204)));
    }

    private void tryNow(Context context) {
        var id = changed(context);
        context.future(() -> inTurn(() -> changes.tryNow(id)).thenRun(() -> context.status(202)));
    }

    private CameraId changed(Context context) {
        access.requireAdmin(context);
        return access.camera(context).id();
    }

    private <T> CompletableFuture<T> inTurn(Supplier<T> change) {
        try {
            return CompletableFuture.supplyAsync(() -> inTime(change), oneByOne);
        } catch (RejectedExecutionException e) {
            throw ProblemException.later(
                    503, "BUSY", "too many cameras are being changed; try again in a moment", RETRY_AFTER);
        }
    }

    private static <T> T inTime(Supplier<T> change) {
        try {
            return change.get();
        } catch (CompletionException | WaitTimeoutException e) {
            LOG.warn("event=camera_not_written cause=\"{}\"", e.getMessage());
            throw new ProblemException(
                    504, "TIMEOUT", "Kafka did not take the change in time; it may still be made. See /health");
        }
    }

    static void answer(Context context, Object value) {
        context.header("Cache-Control", "private, no-store").json(value);
    }
}
