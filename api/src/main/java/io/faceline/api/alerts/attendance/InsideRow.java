package io.faceline.api.alerts.attendance;

import io.faceline.api.alerts.view.AlertView.AlertPerson;
import java.time.OffsetDateTime;

/**
 * Somebody who came and was not seen to go.
 *
 * @param since when they came
 * @param source where they were seen last
 * @param sure false if where they were seen last is an entrance and an exit, so that they may have gone
 */
record InsideRow(AlertPerson person, OffsetDateTime since, OffsetDateTime lastSeen, String source, boolean sure) {}
