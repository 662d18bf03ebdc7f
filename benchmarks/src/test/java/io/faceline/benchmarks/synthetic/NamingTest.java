package io.faceline.benchmarks.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.identity.PersonId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamingTest {
    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BOB = new PersonId("bob");

    @Test
    void naming_countsRightAndWrongNames_andEveryChange() {
        var naming = Naming.of(observations(null, ADA, ADA, BOB, null, ADA), Optional.of(ADA), Observation::own);

        assertThat(naming).isEqualTo(new Naming(3, 1, 4));
    }

    @Test
    void naming_ofAStranger_isWrongWhateverTheName() {
        assertThat(Naming.of(observations(ADA, null, BOB), Optional.empty(), Observation::own))
                .isEqualTo(new Naming(0, 2, 2));
    }

    @Test
    void score_lastsFromTheFirstLookToTheLast() {
        var score = Score.of(observations(ADA, ADA, null), 5, Optional.of(ADA));

        assertThat(score.seconds()).isEqualTo(2);
        assertThat(score.found()).isEqualTo(3);
        assertThat(score.shown()).isEqualTo(5);
    }

    /** One observation per second. */
    private static List<Observation> observations(PersonId... names) {
        var observations = new ArrayList<Observation>();
        Arrays.asList(names)
                .forEach(name -> observations.add(
                        new Observation(observations.size(), Optional.ofNullable(name), Optional.empty())));
        return observations;
    }
}
