package io.faceline.matcher.decision;

import io.faceline.contracts.catalog.CatalogException;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.Weakness;
import io.faceline.matcher.index.BestPeople;
import io.faceline.matcher.index.MeasuredReference;
import io.faceline.matcher.recognisability.Measures;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An embedding model as the matcher decides with it. A model of whose poor faces nothing was learned has no penalties,
 * and the same thresholds for every gallery. Immutable.
 */
public final class MatchingModel {
    private final MatchingFacts facts;
    private final MatchingFacts catalog;
    private final ThresholdOverrides overrides;
    private final Optional<Recognisability> recognisability;

    /** @throws CatalogException when what was learned of the model cannot be read */
    MatchingModel(MatchingFacts catalog, ThresholdOverrides overrides) {
        this.catalog = catalog;
        this.facts = catalog.with(overrides.over(catalog.thresholds()));
        this.overrides = overrides;
        this.recognisability = Recognisability.of(catalog);
    }

    /** The facts of the catalog, with the overridden thresholds. */
    public MatchingFacts facts() {
        return facts;
    }

    /** The scale among so many people. The uncertain threshold stays as far below the match threshold as the catalog says. */
    public Scale scale(int people) {
        return recognisability
                .map(Recognisability::rule)
                .map(rule -> new Scale(
                        overrides.over(at(rule.match(people))), adjusted -> rule.confidence(adjusted, people)))
                .orElseGet(() -> Scale.of(facts));
    }

    private Thresholds at(double match) {
        var usual = catalog.thresholds();
        var uncertain = match - (usual.match() - usual.uncertain());
        return new Thresholds(match, uncertain, usual.margin(), usual.verify());
    }

    /** Null if nothing was learned of the model. */
    public @Nullable Measures measure(Embedding embedding, @Nullable Double rawLength) {
        return recognisability.map(it -> it.measure(embedding, rawLength)).orElse(null);
    }

    /** The penalty of a pair among so many people; the same for all if the threshold is. */
    public double penalty(double ofPair, int people) {
        return recognisability
                .filter(it -> overrides.match().isEmpty())
                .map(it -> it.rule().among(people, ofPair))
                .orElse(ofPair);
    }

    /** How similarities to a probe fall. */
    public BestPeople.Penalty penaltyOf(@Nullable Measures probe) {
        if (probe == null || recognisability.isEmpty()) {
            return BestPeople.Penalty.NONE;
        }
        var rule = recognisability.get().rule();
        return reference -> reference == null ? 0 : rule.penalty(probe, reference);
    }

    /** Whether people with several references are compared by their template. */
    boolean hasTemplates() {
        return recognisability.isPresent();
    }

    Template template(List<MeasuredReference> references) {
        return Template.of(references, recognisability.orElseThrow().rule()::weight);
    }

    /**
     * By what the similarity of the best person falls.
     *
     * @param similarities of the second to the sixth person
     * @param people number of people searched
     */
    public double crowd(List<Double> similarities, int people) {
        return recognisability.map(it -> it.rule().crowd(similarities, people)).orElse(0.0);
    }

    /** Whether a search would hardly find anybody. */
    public boolean isHopelessProbe(@Nullable Measures probe) {
        return isBelow(probe, it -> it.rule().limits().probe());
    }

    /** Whether a reference would be of no use. */
    public boolean isHopelessReference(@Nullable Measures reference) {
        return isBelow(reference, it -> it.rule().limits().refused());
    }

    /** Whether a reference is likely to miss its person. */
    public boolean isPoorReference(@Nullable Measures reference) {
        return isBelow(reference, it -> it.rule().limits().warned());
    }

    private boolean isBelow(@Nullable Measures measures, ToDoubleFunction<Recognisability> limit) {
        return measures != null
                && recognisability.isPresent()
                && measures.quality() < limit.applyAsDouble(recognisability.get());
    }

    /** What makes the face hard to recognise; null if nothing does to a remarkable degree. */
    public @Nullable Weakness weakness(@Nullable Measures measures) {
        return measures == null
                ? null
                : recognisability.flatMap(it -> it.rule().weakness(measures)).orElse(null);
    }

    /** The quality with what the embedding tells. */
    Quality measured(Quality quality, @Nullable Measures measures) {
        return measures == null
                ? quality
                : recognisability
                        .map(it -> quality.recognisable(it.rule().share(measures), weakness(measures)))
                        .orElse(quality);
    }
}
