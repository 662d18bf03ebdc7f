package io.faceline.api.cameras.definition;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.secrets.NamedSecrets;
import io.faceline.runtime.secrets.SecretBox;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the credentials of a definition: the name of a secret, or user name and password encrypted for the camera. */
public final class SignIns {
    private final Optional<SecretBox> box;

    /** @param box empty if the installation has no key */
    public SignIns(Optional<SecretBox> box) {
        this.box = box;
    }

    /**
     * @param pasted what the camera's addresses contained
     * @param before what the camera had; null for none
     * @return null for none
     */
    CameraSignIn of(CameraId camera, Fields fields, List<Credentials> pasted, CameraSignIn before) {
        var given = Stream.concat(pasted.stream(), inFields(fields).stream())
                .distinct()
                .toList();
        var secret = fields.text("secret", null);
        if (given.size() + (secret == null ? 0 : 1) > 1) {
            throw Fields.badRequest(
                    "user: there are several credentials; a camera has either a user name and a password,"
                            + " once, or the name of a secret");
        }
        if (secret != null) {
            return named(secret);
        }
        if (!given.isEmpty()) {
            return CameraSignIn.ofEncrypted(requireBox().seal(given.get(0).text(), camera.value()));
        }
        var isRemoved = Stream.of("secret", "user", "password").anyMatch(fields::isNull);
        return isRemoved ? null : before;
    }

    /** @throws ProblemException if the camera's credentials were encrypted with another key, or there is none */
    public void requireReadable(CameraId camera, CameraSignIn signIn) {
        if (signIn == null || signIn.encrypted() == null) {
            return;
        }
        if (requireBox().open(signIn.encrypted(), camera.value()).isEmpty()) {
            throw new ProblemException(
                    409,
                    "NO_SECRET_KEY",
                    "the camera's user name and password were encrypted with another " + SecretBox.SETTING
                            + ": set the former one for api and ingest, or enter user name and password again");
        }
    }

    private static Optional<Credentials> inFields(Fields fields) {
        var user = fields.text("user", null);
        var password = fields.text("password", null);
        if (user == null) {
            if (password != null) {
                throw Fields.badRequest("user: a password needs the user name, also if only the password changes");
            }
            return Optional.empty();
        }
        return Optional.of(Fields.in("user", () -> new Credentials(user, password == null ? "" : password)));
    }

    private static CameraSignIn named(String secret) {
        if (!NamedSecrets.isName(secret)) {
            throw Fields.badRequest(
                    "secret: it must be the name of a secret, upper-case letters, digits and underscores,"
                            + " such as DOOR for FACELINE_SECRET_DOOR=user:password, and not KEY");
        }
        return CameraSignIn.ofSecret(secret);
    }

    private SecretBox requireBox() {
        return box.orElseThrow(() -> new ProblemException(
                409,
                "NO_SECRET_KEY",
                "user name and password are kept encrypted, for which the server has no key: start api and ingest with the"
                        + " same " + SecretBox.SETTING + ", which openssl rand -base64 32 makes, or give the name of a"
                        + " secret instead"));
    }
}
