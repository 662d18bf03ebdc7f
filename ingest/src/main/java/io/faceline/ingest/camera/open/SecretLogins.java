package io.faceline.ingest.camera.open;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraSignIn;
import io.faceline.runtime.secrets.NamedSecrets;
import io.faceline.runtime.secrets.SecretBox;
import io.faceline.runtime.settings.Settings;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.util.Optional;

/** Finds user names and passwords among the secrets of the installation, or decrypts them. Thread-safe. */
public final class SecretLogins implements CameraLogins {
    private final NamedSecrets secrets;
    private final Optional<SecretBox> box;

    private SecretLogins(NamedSecrets secrets, Optional<SecretBox> box) {
        this.secrets = secrets;
        this.box = box;
    }

    /** @throws io.faceline.runtime.settings.SettingsException when the key or the file of secrets cannot be used */
    public static SecretLogins of(Settings settings) {
        return new SecretLogins(NamedSecrets.of(settings), SecretBox.of(settings));
    }

    @Override
    public Optional<Login> of(Camera camera) throws CameraException {
        var signIn = camera.signIn();
        return signIn == null ? Optional.empty() : Optional.of(login(camera, signIn));
    }

    private Login login(Camera camera, CameraSignIn signIn) throws CameraException {
        if (signIn.secret() != null) {
            var name = signIn.secret();
            return Login.parse(secrets.find(name)
                    .orElseThrow(
                            () -> unknown("The secret " + name + " is not known to this server. Set FACELINE_SECRET_"
                                    + name + ", or add it to the file of FACELINE_SECRETS_FILE")));
        }
        var encrypted = String.valueOf(signIn.encrypted());
        return Login.parse(box.flatMap(key -> key.open(encrypted, camera.id().value()))
                .orElseThrow(() -> unknown("The stored user name and password cannot be decrypted with this server's"
                        + " FACELINE_SECRET_KEY. Set the key that the api has, or enter them again")));
    }

    private static CameraException unknown(String reason) {
        return new CameraException(CameraFault.UNAUTHORIZED, reason);
    }
}
