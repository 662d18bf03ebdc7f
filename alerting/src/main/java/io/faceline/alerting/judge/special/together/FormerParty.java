package io.faceline.alerting.judge.special.together;

import io.faceline.contracts.alert.AlertId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The last party of a scope that was over.
 *
 * @param isTold whether anybody was told of it: what was muted silences nothing
 * @param last until when it was together
 * @param counted parties that were counted since, the newest: tracks of the one of the list and the first other
 * @param waiting people of these parties who are to be counted on the alert
 * @param endedAt by the clock of this machine
 */
record FormerParty(AlertId alert, boolean isTold, Instant last, List<String> counted, long waiting, Instant endedAt) {
    private static final int MAX_COUNTED = 20;

    FormerParty {
        counted = List.copyOf(counted);
    }

    FormerParty counting(String party, long people) {
        var all = new ArrayList<>(counted);
        all.add(party);
        return new FormerParty(
                alert,
                isTold,
                last,
                all.subList(Math.max(0, all.size() - MAX_COUNTED), all.size()),
                waiting + people,
                endedAt);
    }

    FormerParty written() {
        return new FormerParty(alert, isTold, last, counted, 0, endedAt);
    }
}
