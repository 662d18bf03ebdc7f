package io.faceline.alerts;

import io.faceline.alerts.judging.AlertsMetrics;
import io.faceline.alerts.judging.JudgeAlerts;
import io.faceline.alerts.judging.JudgeFactory;
import io.faceline.alerts.judging.Progress;
import io.faceline.alerts.known.KnownStores;
import io.faceline.alerts.passing.PassCameras;
import io.faceline.alerts.passing.PassTracks;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.store.DeadLetterBox;
import org.apache.kafka.streams.Topology;

/**
 * Tracks, their pictures and states of cameras go in, alerts come out. Between them is the topic {@code alert-observations},
 * whose key is the rule: one task judges a rule at all sources.
 */
public final class AlertsTopology {
    private AlertsTopology() {}

    public static Topology build(Topics topics, JudgeFactory judges, Progress progress, AlertsMetrics metrics) {
        var letters = new DeadLetterBox(AlertsMain.NAME);
        var topology = new Topology();
        var books = KnownStores.addTo(topology, topics, letters);
        PassTracks.addTo(topology, topics, books, letters);
        PassCameras.addTo(topology, topics, books);
        JudgeAlerts.addTo(topology, topics, new JudgeAlerts.Parts(books, judges, progress, metrics), letters);
        return topology;
    }
}
