package io.faceline.evaluation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseNamesTest {
    private static final int PEOPLE = 100;

    @Test
    void rate_nobodyNamed_hasTheBoundOfTheNumberOfPeople() {
        assertThat(named(0, 1).rate(new Random(1))).isEqualTo(Rate.ofCount(0, PEOPLE));
    }

    @Test
    void rate_oneNameForMany_isLessCertainThanManyNames() {
        var spread = named(20, 20).rate(new Random(1));
        var one = named(20, 1).rate(new Random(1));

        assertThat(spread.value()).isEqualTo(0.2);
        assertThat(one.value()).isEqualTo(0.2);
        assertThat(one.high() - one.low()).isGreaterThan(1.5 * (spread.high() - spread.low()));
        assertThat(one.low()).as("without that one person nobody is named").isZero();
    }

    /** Everybody is tried once, and so many are named as so many others. */
    private static FalseNames named(int strangers, int others) {
        var names = new FalseNames(PEOPLE);
        for (var i = 0; i < PEOPLE; i++) {
            names.addTrial(i);
        }
        for (var i = 0; i < strangers; i++) {
            names.addName(i, PEOPLE - 1 - i % others);
        }
        return names;
    }
}
