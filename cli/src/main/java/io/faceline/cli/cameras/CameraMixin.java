package io.faceline.cli.cameras;

import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.Warnings;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.PastedAddress;
import io.faceline.ingest.camera.network.NetworkCameraOpener;
import io.faceline.ingest.camera.open.Login;
import io.faceline.ingest.camera.open.address.CameraAddressSettings;
import io.faceline.ingest.camera.open.certificate.ShownCertificate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The address of a camera and its credentials. Whoever runs the command may reach this machine and play its films. */
public final class CameraMixin {
    /** Everything, so that no message of an excess argument repeats a password. */
    @Parameters(
            paramLabel = "URL",
            arity = "1..*",
            description = "rtsp://, rtsps://, http:// or https:// with an optional USER@ before the host,"
                    + " /dev/video0, or a film that is played as a camera.")
    private List<String> urls;

    @Option(
            names = "--secret",
            paramLabel = "NAME",
            description = "User name and password are USER:PASSWORD in the variable FACELINE_SECRET_NAME,"
                    + " or in a line NAME=USER:PASSWORD of the file FACELINE_SECRETS_FILE.")
    private String secret;

    @Option(
            names = "--password-stdin",
            description =
                    "Read the password from standard input. Default: FACELINE_CAMERA_PASSWORD, otherwise a question.")
    private boolean isPasswordOnInput;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "Certificate in PEM that the camera must show (rtsps, https); see 'faceline cameras check'.")
    private Path certificate;

    /**
     * What was typed.
     *
     * @param certificate PEM
     */
    public record Source(CameraAddress address, Optional<Login> login, Optional<String> certificate) {}

    /** Takes the address apart, and asks for the password if one is missing. */
    public Source source(PrintWriter err) {
        return source(PasswordSources.ofProcess(), err);
    }

    Source source(PasswordSources passwords, PrintWriter err) {
        var typed = typed();
        var signIn = new SignIn(passwords, warning -> Warnings.print(err, warning));
        var login = signIn.of(typed, Optional.ofNullable(secret), isPasswordOnInput);
        return new Source(typed.address(), login, pem());
    }

    private PastedAddress typed() {
        if (urls.size() > 1) {
            throw CommandFailure.wrongUsage(
                    "one address is needed, were " + urls.size() + ": put it in quotes, as it may contain &");
        }
        try {
            return TypedAddress.of(urls.get(0));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("URL: " + e.getMessage());
        }
    }

    private Optional<String> pem() {
        if (certificate == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ShownCertificate.ofPem(Files.readString(certificate)).pem());
        } catch (IOException e) {
            throw CommandFailure.wrongUsage("--certificate: " + certificate + " cannot be read");
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("--certificate: " + certificate + " is no certificate in PEM");
        }
    }

    /** Opens cameras for whoever sits at this machine: it and its films are allowed. */
    public static NetworkCameraOpener opener() {
        var root = Path.of("").toAbsolutePath().getRoot();
        return new NetworkCameraOpener(new CameraAddressSettings(true, Optional.of(root)));
    }
}
