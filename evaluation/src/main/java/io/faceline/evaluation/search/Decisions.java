package io.faceline.evaluation.search;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.Thresholds;
import io.faceline.matcher.MatcherSettings;
import io.faceline.matcher.decision.Decide;
import io.faceline.matcher.decision.Ranking;
import io.faceline.matcher.decision.Scale;
import io.faceline.runtime.settings.Settings;
import java.util.Map;
import java.util.Optional;

/** Decides searches with the matcher's rules, at given thresholds. */
public final class Decisions {
    private final MatchingFacts model;
    private final Decide decide;

    public Decisions(MatchingFacts model) {
        this.model = model;
        var settings = MatcherSettings.from(new Settings(Map.of()));
        this.decide = new Decide(settings.probe(), settings.candidates());
    }

    /** The decision; empty when no face was found. */
    Optional<Identification> of(Search search, Thresholds thresholds) {
        return search.found().map(found -> decide(found, model.with(thresholds)));
    }

    private Identification decide(Search.Found found, MatchingFacts facts) {
        return decide.decide(found.face(), Scale.of(facts), Ranking.of(found.candidates()), false);
    }
}
