package io.faceline.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceIdTest {
    private final ReferenceId photo = ReferenceId.of(new FrameId("job/1"), 0);

    @Test
    void reference_isMadeOfItsPhoto_byEachModel() {
        assertThat(photo.isMadeOf(photo)).isTrue();
        assertThat(photo.byModel("w600k_mbf@10907ebf").isMadeOf(photo)).isTrue();
        assertThat(photo.byModel("w600k_mbf@10907ebf").value()).isEqualTo("job/1:0:w600k_mbf.10907ebf");
    }

    @Test
    void reference_isNotMadeOfAnotherPhoto() {
        assertThat(ReferenceId.of(new FrameId("job/1"), 1).isMadeOf(photo)).isFalse();
        assertThat(new ReferenceId("job/1:00").isMadeOf(photo)).isFalse();
        assertThat(photo.isMadeOf(photo.byModel("other"))).isFalse();
    }
}
