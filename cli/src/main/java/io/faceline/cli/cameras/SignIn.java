package io.faceline.cli.cameras;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.camera.PastedAddress;
import io.faceline.ingest.camera.open.Login;
import io.faceline.runtime.secrets.NamedSecrets;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the user name and the password for a typed address. */
final class SignIn {
    /** The variable with the password for the user of the address. */
    static final String PASSWORD = "FACELINE_CAMERA_PASSWORD";

    private static final String SECRET = "FACELINE_SECRET_";

    private final PasswordSources sources;
    private final Consumer<String> warnings;

    SignIn(PasswordSources sources, Consumer<String> warnings) {
        this.sources = sources;
        this.warnings = warnings;
    }

    /**
     * Empty for a camera that wants neither.
     *
     * @param secret name of a secret with user name and password
     * @param isOnInput whether the password stands on standard input
     */
    Optional<Login> of(PastedAddress typed, Optional<String> secret, boolean isOnInput) {
        if (secret.isPresent()) {
            return Optional.of(named(typed, secret.get()));
        }
        if (typed.user().isEmpty()) {
            if (isOnInput) {
                throw CommandFailure.wrongUsage(
                        "--password-stdin needs the user name in the address: rtsp://USER@HOST/…");
            }
            return Optional.empty();
        }
        return Optional.of(login(typed.user().get(), password(typed, isOnInput)));
    }

    private Login named(PastedAddress typed, String name) {
        if (typed.user().isPresent()) {
            throw CommandFailure.wrongUsage("--secret contains the user name: leave it out of the address");
        }
        var secret = sources.secret(name)
                .orElseThrow(() -> CommandFailure.wrongUsage("--secret " + name + ": there is neither a variable "
                        + SECRET + name + " nor such a line in the file " + NamedSecrets.FILE_SETTING));
        try {
            return Login.parse(secret);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("--secret " + name + ": " + e.getMessage());
        }
    }

    private static Login login(String user, String password) {
        try {
            return new Login(user, password);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage(e.getMessage());
        }
    }

    private String password(PastedAddress typed, boolean isOnInput) {
        if (typed.password().isPresent()) {
            warnings.accept(
                    "the password in the address stands in this machine's list of processes and in the history of"
                            + " the shell: leave it out, and faceline asks for it");
            return typed.password().get();
        }
        if (isOnInput) {
            return sources.line()
                    .orElseThrow(() -> CommandFailure.wrongUsage("--password-stdin: standard input is empty"));
        }
        return sources.variable(PASSWORD)
                .or(() -> sources.ask("Password for the camera: "))
                .orElseThrow(() -> CommandFailure.wrongUsage("the password is missing, and there is no terminal to ask"
                        + " for it: set " + PASSWORD + ", or give it with --password-stdin or --secret NAME"));
    }
}
