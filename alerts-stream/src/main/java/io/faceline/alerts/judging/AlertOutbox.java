package io.faceline.alerts.judging;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
import org.jspecify.annotations.Nullable;

/** Receives alerts and their pictures, in order. */
interface AlertOutbox {
    /** @param alert null for a tombstone */
    void alert(String id, @Nullable Alert alert);

    /** @param picture null for a tombstone */
    void shot(String alert, @Nullable AlertPicture picture);
}
