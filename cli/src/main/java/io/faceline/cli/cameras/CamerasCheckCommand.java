package io.faceline.cli.cameras;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.ExitCode;
import io.faceline.cli.file.WrittenFile;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.ingest.camera.check.CameraCheck;
import io.faceline.ingest.camera.check.CheckedCamera;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens a camera once, and says what it sends and what to change. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Opens a camera for some seconds, and says whether pictures arrive, of what size, and what to change."
                        + " Costs one try of the password.",
        footer = {
            "",
            "Exit code: 0 if pictures arrive, 1 if not, 2 wrong usage.",
            "",
            "Example:",
            "  faceline cameras check rtsp://viewer@10.0.0.7/stream1 --picture door.jpg",
        })
final class CamerasCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CameraMixin cameraAddress;

    @Option(names = "--json", description = "Print one line of JSON and nothing else to standard output.")
    private boolean json;

    @Option(names = "--picture", paramLabel = "FILE", description = "Save the first picture there, as a JPEG.")
    private Path picture;

    @Option(
            names = "--save-certificate",
            paramLabel = "FILE",
            description =
                    "Save the certificate that the camera shows, for --certificate. Compare its fingerprint first.")
    private Path savedCertificate;

    @Override
    public Integer call() throws InterruptedException {
        requireFree();
        var source = cameraAddress.source(err());
        var checked = new CameraCheck(CameraMixin.opener()).check(camera(source), source.login());
        save(checked);
        var faces = Optional.ofNullable(checked.picture()).flatMap(FacesInPicture::of);
        var address = source.address().value();
        if (json) {
            CheckJson.of(address, checked, faces).write(spec.commandLine().getOut());
        } else {
            new CheckText(spec.commandLine().getOut()).write(address, checked, faces);
        }
        return checked.isLive() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private void requireFree() {
        requireFolder("--picture", picture);
        requireFolder("--save-certificate", savedCertificate);
        if (picture != null && !WrittenFile.isFree(picture)) {
            throw CommandFailure.wrongUsage("--picture: " + picture + " exists and was not written by faceline");
        }
        if (savedCertificate != null && Files.exists(savedCertificate)) {
            throw CommandFailure.wrongUsage("--save-certificate: " + savedCertificate + " exists");
        }
    }

    private static void requireFolder(String option, Path file) {
        if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
            throw CommandFailure.wrongUsage(option + ": the folder of " + file + " does not exist");
        }
    }

    /** Without the motion gate, so that there is a picture. */
    private static Camera camera(CameraMixin.Source source) {
        return new Camera(
                new CameraId("check"),
                "check",
                source.address(),
                null,
                false,
                null,
                source.certificate().orElse(null),
                Camera.DEFAULT_FRAMES_PER_SECOND,
                Camera.DEFAULT_MAX_WIDTH,
                true,
                null,
                List.of(),
                0,
                null,
                null,
                null,
                false,
                false,
                Camera.DEFAULT_RETENTION_HOURS,
                CameraOrigin.API,
                Instant.now());
    }

    private void save(CheckedCamera checked) {
        var first = checked.picture();
        var certificate = checked.certificate();
        try {
            if (picture != null && first != null) {
                WrittenFile.writeJpeg(picture, first.toByteArray());
            }
            if (savedCertificate != null && certificate != null) {
                try (var out = WrittenFile.create(savedCertificate)) {
                    out.write(certificate.pem().getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            throw CommandFailure.failed("the picture or the certificate cannot be written: " + e.getMessage());
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
