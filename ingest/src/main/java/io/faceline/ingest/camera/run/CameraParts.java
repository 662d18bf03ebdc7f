package io.faceline.ingest.camera.run;

import io.faceline.ingest.camera.open.CameraLogins;
import io.faceline.ingest.camera.open.CameraOpener;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * What the runs of all cameras of a process share.
 *
 * @param executor receives answers and sends the frames that waited for them
 * @param isOwner whether no other instance can own the cameras; while false, nothing is sent
 * @param instance named in states
 */
public record CameraParts(
        CameraOpener opener,
        CameraLogins logins,
        CameraOutput output,
        CameraMetrics metrics,
        Executor executor,
        BooleanSupplier isOwner,
        String instance,
        InstantSource clock,
        RandomGenerator random) {
    /** Of a process that alone owns its cameras. */
    public static CameraParts unshared(
            CameraOpener opener, CameraLogins logins, CameraOutput output, Executor executor, String instance) {
        return new CameraParts(
                opener,
                logins,
                output,
                new CameraMetrics(),
                executor,
                () -> true,
                instance,
                InstantSource.system(),
                RandomGenerator.getDefault());
    }

    CameraParts with(CameraOpener another) {
        return new CameraParts(another, logins, output, metrics, executor, isOwner, instance, clock, random);
    }

    /** The same for cameras that are opened in another way. */
    public CameraParts opened(CameraOpener another, CameraLogins credentials) {
        return new CameraParts(another, credentials, output, metrics, executor, isOwner, instance, clock, random);
    }

    /** The same with another output. */
    public CameraParts with(CameraOutput another) {
        return new CameraParts(opener, logins, another, metrics, executor, isOwner, instance, clock, random);
    }

    /** The same for cameras that are owned only while this holds. */
    public CameraParts ownedWhile(BooleanSupplier condition) {
        return new CameraParts(opener, logins, output, metrics, executor, condition, instance, clock, random);
    }
}
