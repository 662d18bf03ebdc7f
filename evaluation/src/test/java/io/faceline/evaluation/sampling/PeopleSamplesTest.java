package io.faceline.evaluation.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeopleSamplesTest {
    /** Published figures depend on who is tuned on and who is tested on. */
    @Test
    void partOfAPerson_neverChanges() {
        assertThat(PeopleSamples.part("Abdullah_Gul")).isEqualTo(3);
        assertThat(PeopleSamples.part("Al_Sharpton")).isEqualTo(0);
        assertThat(PeopleSamples.part("Ann_Veneman")).isEqualTo(0);
    }

    @Test
    void personIsTheFolderOfThePhoto() {
        assertThat(PeopleSamples.person("Ann_Veneman/Ann_Veneman_0001.jpg")).isEqualTo("Ann_Veneman");
    }

    @Test
    void everyPartIsTunedOrTested_andNoneIsBoth() {
        assertThat(PeopleSamples.ALL).containsAll(PeopleSamples.TUNED).containsAll(PeopleSamples.TESTED);
        assertThat(PeopleSamples.TUNED).doesNotContainAnyElementsOf(PeopleSamples.TESTED);
    }
}
