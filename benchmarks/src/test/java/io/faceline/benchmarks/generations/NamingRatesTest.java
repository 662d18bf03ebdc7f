package io.faceline.benchmarks.generations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamingRatesTest {
    private static final List<Trial> TRIALS = List.of(
            known("Ada", "Ada", 0.9),
            known("Ada", "Ada", 0.6),
            known("Bob", "Ada", 0.5),
            new Trial(Optional.of("Bob"), Optional.empty()),
            stranger("Ada", 0.7),
            stranger("Bob", 0.3),
            new Trial(Optional.empty(), Optional.empty()));

    @Test
    void of_everybodyNamed_countsPhotosWithoutFacesOfPeopleOnly() {
        var rates = NamingRates.of(TRIALS, NamingRates.NAMES_ALL);

        assertThat(rates.right()).isEqualTo(0.5);
        assertThat(rates.wrong()).isEqualTo(0.25);
        assertThat(rates.strangersNamed()).isEqualTo(1);
    }

    @Test
    void of_threshold_namesThoseThatReachIt() {
        var rates = NamingRates.of(TRIALS, 0.6);

        assertThat(rates.right()).isEqualTo(0.5);
        assertThat(rates.wrong()).isZero();
        assertThat(rates.strangersNamed()).isEqualTo(0.5);
    }

    @Test
    void best_maximisesRightNamesOverNamedStrangers() {
        var best = NamingRates.best(TRIALS);

        assertThat(best.right() - best.strangersNamed()).isEqualTo(0.25);
        assertThat(best.threshold()).isEqualTo(0.9);
    }

    @Test
    void withStrangersNamed_none_isAboveTheSurestStranger() {
        var rates = NamingRates.withStrangersNamed(TRIALS, 0);

        assertThat(rates.threshold()).isEqualTo(0.9);
        assertThat(rates.right()).isEqualTo(0.25);
    }

    @Test
    void withStrangersNamed_strangerIsSurest_namesNobody() {
        var rates = NamingRates.withStrangersNamed(List.of(known("Ada", "Ada", 0.5), stranger("Ada", 0.9)), 0);

        assertThat(rates.right()).isZero();
        assertThat(rates.strangersNamed()).isZero();
    }

    private static Trial known(String person, String guess, double confidence) {
        return new Trial(Optional.of(person), Optional.of(new Guess(guess, confidence)));
    }

    private static Trial stranger(String guess, double confidence) {
        return new Trial(Optional.empty(), Optional.of(new Guess(guess, confidence)));
    }
}
