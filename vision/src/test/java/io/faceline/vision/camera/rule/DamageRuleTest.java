package io.faceline.vision.camera.rule;

import static io.faceline.vision.camera.rule.DamageRule.Verdict.DAMAGED;
import static io.faceline.vision.camera.rule.DamageRule.Verdict.SOUND;
import static io.faceline.vision.camera.rule.DamageRule.Verdict.WAITS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DamageRuleTest {
    private final DamageRule rule = new DamageRule();

    @Test
    void beforeTheFirstSoundKeyFrame_nothingIsDamaged() {
        assertThat(rule.wrong(1)).isFalse();
        assertThat(rule.judge(2, false, true)).isEqualTo(WAITS);
        assertThat(rule.judge(3, false, false)).isEqualTo(WAITS);
        assertThat(rule.judge(4, true, true)).isEqualTo(WAITS);
        assertThat(rule.judge(5, true, false)).isEqualTo(SOUND);
        assertThat(rule.judge(6, false, false)).isEqualTo(SOUND);
    }

    @Test
    void damage_lastsUntilTheNextSoundKeyFrame() {
        rule.judge(1, true, false);

        assertThat(rule.judge(2, false, true)).isEqualTo(DAMAGED);
        assertThat(rule.judge(3, false, false)).isEqualTo(DAMAGED);
        assertThat(rule.judge(4, true, true)).isEqualTo(DAMAGED);
        assertThat(rule.judge(5, false, false)).isEqualTo(DAMAGED);
        assertThat(rule.needsKeyFrame()).isTrue();
        assertThat(rule.judge(6, true, false)).isEqualTo(SOUND);
        assertThat(rule.judge(7, false, false)).isEqualTo(SOUND);
        assertThat(rule.needsKeyFrame()).isFalse();
    }

    @Test
    void pictureThatComesOutAfterALaterError_isSound() {
        rule.judge(1, true, false);

        assertThat(rule.wrong(5)).isTrue();
        assertThat(rule.wrong(6)).isFalse();
        assertThat(rule.judge(3, false, false)).isEqualTo(SOUND);
        assertThat(rule.judge(4, true, false)).isEqualTo(SOUND);
        assertThat(rule.judge(7, false, false)).isEqualTo(DAMAGED);
    }

    @Test
    void gapBeforeAKeyFrame_isNoDamage() {
        rule.judge(1, true, false);
        rule.wrong(4);

        assertThat(rule.judge(4, true, false)).isEqualTo(SOUND);
        assertThat(rule.judge(5, false, false)).isEqualTo(SOUND);
    }

    @Test
    void incompleteKeyFrame_isDamagedWithoutAFlag() {
        rule.judge(1, true, false);
        rule.incomplete(4);

        assertThat(rule.judge(3, false, false)).isEqualTo(SOUND);
        assertThat(rule.judge(4, true, false)).isEqualTo(DAMAGED);
        assertThat(rule.judge(5, true, false)).isEqualTo(SOUND);
    }

    @Test
    void afterAReset_itWaitsAgain() {
        rule.judge(1, true, false);
        rule.reset();

        assertThat(rule.judge(2, false, false)).isEqualTo(WAITS);
    }
}
