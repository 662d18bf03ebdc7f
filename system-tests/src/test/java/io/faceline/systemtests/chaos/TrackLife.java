package io.faceline.systemtests.chaos;

import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of one track in the order in which they were written. They were written at least once: a reader ignores a
 * revision that it has seen.
 */
record TrackLife(String id, List<TrackUpdate> reports) {
    TrackLife {
        reports = List.copyOf(reports);
    }

    /** What is wrong with them. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        var seen = new ArrayList<TrackUpdate>();
        for (var report : reports) {
            if (seen.isEmpty()) {
                if (report.phase() != TrackPhase.NEW) {
                    faults.add("the track " + id + " begins with " + report.phase());
                }
                seen.add(report);
            } else {
                follow(report, seen, faults);
            }
        }
        return faults;
    }

    private void follow(TrackUpdate report, List<TrackUpdate> seen, List<String> faults) {
        var last = seen.get(seen.size() - 1);
        if (last.phase() == TrackPhase.END) {
            if (report.revision() > last.revision()) {
                faults.add("the track " + id + " ends with " + last.end() + " in revision " + last.revision()
                        + " and goes on with " + report.phase() + " in " + report.revision());
            }
        } else if (report.revision() > last.revision() || report.phase() == TrackPhase.END) {
            if (report.revision() < last.revision()) {
                faults.add("the track " + id + " ends in revision " + report.revision() + " after " + last.revision());
            }
            seen.add(report);
        }
    }
}
