package io.faceline.delivery;

import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.service.ServiceMain;

/** Runs alert-delivery as a process. */
public final class DeliveryMain {
    public static final String NAME = "alert-delivery";

    private DeliveryMain() {}

    public static void main(String[] args) {
        ServiceMain.run((settings, kafka) -> {
            var validated = DeliverySettings.from(settings);
            var secrets = StoredSecrets.of(settings);
            return () -> new DeliveryService(validated, kafka, secrets);
        });
    }
}
