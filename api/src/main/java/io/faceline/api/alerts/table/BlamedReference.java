package io.faceline.api.alerts.table;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import java.util.Optional;

/** The photo of a person that the face of an alert resembles; of one that was corrected, of whom it was thought to be. */
public record BlamedReference(PersonId person, ReferenceId reference) {
    /** Empty if the alert tells of none. */
    public static Optional<BlamedReference> of(Alert alert) {
        return Optional.ofNullable(alert.identity()).flatMap(BlamedReference::of);
    }

    private static Optional<BlamedReference> of(AlertIdentity identity) {
        return identity.person() == null || identity.reference() == null
                ? Optional.empty()
                : Optional.of(new BlamedReference(identity.person(), identity.reference()));
    }
}
