package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.ANNA;
import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.serde.Mappers;
import io.faceline.tracking.summary.PersonAppearances;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.tracking.summary.VideoSummary;
import org.junit.jupiter.api.Test;

class VideoSummaryTest extends TrackedVideo {
    @Test
    void twoAppearances_backAfterTenSeconds() {
        times(5, () -> next(lin(0.4)));
        position += 10;
        times(5, () -> next(lin(0.7)));

        var person = tracking.summary().people().get(0);
        assertThat(person.appearances()).hasSize(2);
        assertSpan(person.appearances().get(0), 0, 0.8);
        assertSpan(person.appearances().get(1), 11.0, 11.8);
        assertThat(person.frames()).isEqualTo(10);
    }

    @Test
    void groupsAreFoundAgain_unknownLeavesAndReturns() {
        var stranger = video.somebody();
        times(5, () -> next(unknown(0.4, video.again(stranger, 0.75))));
        position += 10;
        times(5, () -> next(unknown(0.2, video.again(video.somebody(), 0.75))));
        position += 10;
        times(5, () -> next(unknown(0.6, video.again(stranger, 0.75))));

        var unknown = tracking.summary().unknown();

        assertThat(unknown.get(0).number()).isEqualTo(1);
        assertThat(unknown.get(0).appearances()).hasSize(2);
        assertThat(unknown.get(0).frames()).isEqualTo(10);
        // Five strangers, each in another frame, are five.
        assertThat(unknown).hasSize(6);
        assertThat(unknown).allMatch(UnknownPerson::isClear);
    }

    @Test
    void poorTracksAreNotMerged_howeverSimilar() {
        times(3, () -> next(unknown(0.4, lin).poor()));
        position += 10;
        times(3, () -> next(unknown(0.4, lin).poor()));

        assertThat(tracking.summary().unknown()).hasSize(2).noneMatch(UnknownPerson::isClear);
    }

    @Test
    void passersByComeLastAndApart_poorOrSeenOnce() {
        times(3, () -> next(unknown(0.4, video.again(anna, 0.8)).poor()));
        position += 10;
        next(unknown(0.4, video.somebody()));
        position += 10;
        times(3, () -> next(unknown(0.4, video.again(lin, 0.8))));

        var summary = tracking.summary();

        assertThat(summary.unknownToldApart()).hasSize(1);
        assertThat(summary.unknownToldApart().get(0).number()).isEqualTo(1);
        assertSpan(summary.unknownToldApart().get(0).appearances().get(0), 20.8, 21.2);
        assertThat(summary.unknownPassing()).extracting(UnknownPerson::number).containsExactly(2, 3);
    }

    @Test
    void strangerIsNoPasserBy_videoOfOneFrame() {
        next(unknown(0.4, lin));

        assertThat(tracking.summary().unknownToldApart()).hasSize(1);
        assertThat(tracking.summary().unknownPassing()).isEmpty();
    }

    @Test
    void everyFaceIsListedOnce_twoSeenAtTheSameTimes() {
        times(
                5,
                () -> next(
                        TestFace.at(0.4, 0.4, video.again(lin, 0.8)).uncertain(LIN, 0.45, 0.4),
                        unknown(0.1, video.again(anna, 0.8))));
        position += 10;
        times(5, () -> next(lin(0.4), unknown(0.7, video.again(anna, 0.8)).poor()));

        var summary = tracking.summary();

        assertThat(framesListed(summary)).isEqualTo(summary.faces()).isEqualTo(20);
        assertThat(summary.uncertain()).hasSize(1);
        assertThat(summary.uncertain().get(0).appearance().frames()).isEqualTo(5);
    }

    private static long framesListed(VideoSummary summary) {
        return summary.people().stream().mapToLong(PersonAppearances::frames).sum()
                + summary.unknown().stream().mapToLong(UnknownPerson::frames).sum()
                + summary.uncertain().stream()
                        .mapToLong(sighting -> sighting.appearance().frames())
                        .sum();
    }

    @Test
    void bestShotHasTheReasonsOfItsFrame() {
        next(lin(0.4));

        assertThat(tracking.summary().people().get(0).bestShot().shot().reasons())
                .containsExactly(Reason.SMALL_FACE);
    }

    @Test
    void trackIsUncertain_namesContradict() {
        times(5, () -> next(lin(0.4)));
        times(5, () -> next(TestFace.at(0.4, 0.4, video.again(lin, 0.8)).match(ANNA, 0.5, 0.8)));

        assertThat(decision(9, 0).decision()).isEqualTo(Decision.UNCERTAIN);
        assertThat(tracking.summary().people()).isEmpty();
        assertThat(tracking.summary().uncertain()).hasSize(1);
        assertThat(tracking.summary().uncertain().get(0).cause()).isEqualTo(UncertainSighting.Cause.UNSURE_FRAMES);
    }

    @Test
    void lookalikeIsUncertain_namedElsewhere() {
        times(5, () -> next(lin(0.4)));
        position += 10;
        times(5, () -> next(unknown(0.4, video.again(lin, 0.7))));

        var summary = tracking.summary();

        assertThat(summary.people().get(0).appearances()).hasSize(1);
        assertThat(summary.unknown()).isEmpty();
        assertThat(summary.uncertain()).hasSize(1);
        assertThat(summary.uncertain().get(0).cause()).isEqualTo(UncertainSighting.Cause.LIKE_SOMEBODY_NAMED);
    }

    @Test
    void nameCountsFromTheFirstFrame_knownLate() {
        times(3, () -> next(TestFace.at(0.4, 0.4, video.again(lin, 0.8)).uncertain(LIN, 0.45, 0.4)));
        times(5, () -> next(lin(0.4)));

        assertSpan(tracking.summary().people().get(0).appearances().get(0), 0, 1.4);
    }

    @Test
    void bestShotIsSharpAndSure_manyToChooseFrom() {
        times(3, () -> next(lin(0.4)));
        next(lin(0.4).score(0.99));
        times(3, () -> next(lin(0.4)));

        var best = tracking.summary().people().get(0).bestShot().shot();

        assertThat(best.sequence()).isEqualTo(3);
        assertThat(best.score()).isCloseTo(0.99 * 0.9, within(1e-9));
    }

    @Test
    void summaryHasNoSideEffects() {
        times(5, () -> {
            next(lin(0.4));
            tracking.summary();
        });
        position += 10;
        times(5, () -> {
            next(lin(0.4));
            tracking.summary();
        });

        assertThat(tracking.summary().people().get(0).frames()).isEqualTo(10);
    }

    @Test
    void lostFramesAreCounted_andBreakNothing() {
        next(lin(0.4));
        out.add(tracking.accept(TestVideo.lost(sequence++, position)));
        position += STEP;
        next(lin(0.4));

        assertThat(tracking.summary().frames()).isEqualTo(3);
        assertThat(tracking.summary().lostFrames()).isEqualTo(1);
        assertThat(tracking.summary().faces()).isEqualTo(2);
        assertThat(tracking.summary().people().get(0).appearances()).hasSize(1);
    }

    @Test
    void summaryIsPlainJson_readBackTheSame() throws Exception {
        times(5, () -> next(lin(0.4), unknown(0.7, video.again(anna, 0.8))));
        var summary = tracking.summary();

        var json = Mappers.JSON.writeValueAsString(summary);

        assertThat(Mappers.JSON.readValue(json, VideoSummary.class)).isEqualTo(summary);
        var tree = Mappers.JSON.readTree(json);
        assertThat(tree.at("/people/0/person").asText()).isEqualTo("lin");
        assertThat(tree.at("/people/0/appearances/0/first").asDouble()).isZero();
        assertThat(tree.at("/unknown/0/isClear").isBoolean()).isTrue();
    }

    @Test
    void summaryIsEmpty_noFrames() {
        assertThat(tracking.summary().frames()).isZero();
        assertThat(tracking.summary().people()).isEmpty();
    }
}
