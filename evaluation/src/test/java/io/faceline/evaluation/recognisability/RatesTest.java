package io.faceline.evaluation.recognisability;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Thresholds;
import io.faceline.evaluation.recognisability.Found.Truth;
import org.junit.jupiter.api.Test;

class RatesTest {
    private final Rates rates = new Rates(NamingRule.plain(new Thresholds(0.5, 0.4, 0.05, 0.4)));

    @Test
    void strangers_countIfNamed() {
        rates.add(found(Truth.STRANGER, 0.6f, 0.2f));
        rates.add(found(Truth.STRANGER, 0.6f, 0.58f));
        rates.add(found(Truth.STRANGER, 0.4f, 0.2f));
        rates.add(found(Truth.STRANGER, 0.3f, 0.2f));

        assertThat(rates.fpir()).isEqualTo(25);
        assertThat(rates.strangers()).isEqualTo(4);
        assertThat(rates.fnir()).isNaN();
    }

    @Test
    void known_countIfNotNamedOrNamedWrongly() {
        rates.add(found(Truth.RIGHT, 0.6f, 0.2f));
        rates.add(found(Truth.RIGHT, 0.4f, 0.2f));
        rates.add(found(Truth.WRONG, 0.6f, 0.2f));
        rates.add(found(Truth.WRONG, 0.4f, 0.2f));

        assertThat(rates.fnir()).isEqualTo(75);
        assertThat(rates.fpir()).isZero();
    }

    private static Found found(Truth truth, float best, float second) {
        return new Found(truth, best, second, second, 10, TestLevels.ORDINARY, TestLevels.ORDINARY);
    }
}
