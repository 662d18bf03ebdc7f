package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void rate_errorsOfOnePerson_haveAWiderIntervalThanErrorsOfMany() {
        var one = new Tally();
        var many = new Tally();
        for (var person = 0; person < 50; person++) {
            for (var trial = 0; trial < 20; trial++) {
                one.add("person " + person, person < 5);
                many.add("person " + person, trial < 2);
            }
        }

        var clustered = one.rate(1);
        var spread = many.rate(1);

        assertThat(clustered.value()).isEqualTo(0.1);
        assertThat(spread.value()).isEqualTo(0.1);
        assertThat(clustered.low()).isLessThanOrEqualTo(spread.low());
        assertThat(clustered.high()).isGreaterThanOrEqualTo(spread.high());
        assertThat(clustered.high())
                .as("at least as wide as with one trial a person")
                .isGreaterThanOrEqualTo(Rate.ofCount(5, 50).high());
    }

    @Test
    void rate_noErrors_hasAnUpperBoundOfTheNumberOfPeople() {
        var tally = new Tally();
        for (var trial = 0; trial < 1000; trial++) {
            tally.add("person " + trial % 20, false);
        }

        assertThat(tally.rate(1)).isEqualTo(Rate.ofCount(0, 20));
    }
}
