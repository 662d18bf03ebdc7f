package io.faceline.benchmarks.generations;

import java.time.Duration;
import java.util.List;

/**
 * The result of one recogniser for a closed set of people.
 *
 * @param recogniser its name, with what it was given
 * @param people number of people that it knows
 * @param photos number of photos of them with a face, of which it learned them
 * @param tested number of other photos of these people
 * @param strangers number of photos of strangers
 * @param facesNotFound photos without a face among those two
 * @param named one entry for each way to decide
 * @param preparation processor time until it knows the people
 * @param msPerPhoto mean processor time of one thread from a file to the answer
 */
public record ClosedSetResult(
        String recogniser,
        int people,
        int photos,
        int tested,
        int strangers,
        int facesNotFound,
        List<Decided> named,
        Duration preparation,
        double msPerPhoto) {
    /** @param way the way to decide */
    public record Decided(String way, NamingRates rates) {}

    /** What it cost. */
    record Cost(Duration preparation, double msPerPhoto) {}

    public ClosedSetResult {
        named = List.copyOf(named);
    }

    static ClosedSetResult of(
            String recogniser, PeopleSplit split, int photos, List<Trial> trials, List<Decided> named, Cost cost) {
        var tested =
                (int) trials.stream().filter(trial -> !trial.isOfStranger()).count();
        return new ClosedSetResult(
                recogniser,
                split.train().size(),
                photos,
                tested,
                trials.size() - tested,
                (int) trials.stream().filter(trial -> trial.guess().isEmpty()).count(),
                named,
                cost.preparation,
                cost.msPerPhoto);
    }
}
