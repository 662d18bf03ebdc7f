package io.faceline.alerting.judge;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Alert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an alert.
 *
 * @param isFilm whether its looks have the time of a film
 * @param toldAt when somebody was told of it last; absent if nobody was
 * @param about whom and what it concerns, for their deletion, see {@link About}
 */
record AlertNote(
        Alert alert,
        boolean isFilm,
        @OmittedIfAbsent @Nullable Instant toldAt,
        List<String> about) {
    AlertNote {
        about = List.copyOf(about);
    }

    boolean wasTold() {
        return toldAt != null;
    }
}
