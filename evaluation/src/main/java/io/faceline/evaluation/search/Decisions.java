package io.faceline.evaluation.search;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Thresholds;
import io.faceline.matcher.MatcherSettings;
import io.faceline.matcher.decision.Decide;
import io.faceline.matcher.decision.MatchingModel;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.decision.Scale;
import io.faceline.matcher.decision.ThresholdOverrides;
import io.faceline.runtime.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides searches with the matcher's rules, at given thresholds. */
public final class Decisions {
    private final MatchingModel model;
    private final Decide decide;

    public Decisions(MatchingFacts model) {
        this.model = new Models(List.of(model), ThresholdOverrides.NONE).of(model.modelId());
        var settings = MatcherSettings.from(new Settings(Map.of()));
        this.decide = new Decide(settings.probe(), settings.candidates());
    }

    /** The matcher's thresholds among so many people. */
    public Thresholds thresholds(int people) {
        return model.scale(people).thresholds();
    }

    /** The decision; empty when no face was found. */
    Optional<Identification> of(Search search, Thresholds thresholds) {
        return search.found().map(found -> decide(found, thresholds));
    }

    private Identification decide(Search.Found found, Thresholds thresholds) {
        if (found.isHopeless()) {
            return decide.unrecognisable(found.face(), false);
        }
        var scale = new Scale(thresholds, model.scale(found.people()).confidence());
        return decide.decide(found.face(), scale, found.ranking(), false);
    }
}
