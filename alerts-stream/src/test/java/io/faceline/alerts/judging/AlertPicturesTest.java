package io.faceline.alerts.judging;

import static io.faceline.alerts.TestRules.ADA_COMES;
import static io.faceline.alerts.TestTracks.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.alerts.TestJudge;
import io.faceline.alerts.TestTracks;
import io.faceline.contracts.alert.AlertPicture;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertPicturesTest {
    private final JudgeFixture judges = new JudgeFixture(TestJudge::new);
    private final TestTracks track = TestTracks.atDoor(0);

    @Test
    void picture_isWrittenOnceAFrame() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        judges.send(ADA_COMES, track.at(1, ADA));
        judges.send(ADA_COMES, track.shownAt(2, ADA, 2), track.picture(2));
        judges.send(ADA_COMES, track.endedAt(3, ADA));
        judges.pass(TestJudge.HOLD.plusSeconds(2));

        assertThat(shown()).contains(new AlertPicture(track.frame(2), TestTracks.jpeg(2)));
        assertThat(judges.pictures).isEqualTo(2);
    }

    @Test
    void pictureThatComesAfterItsAlert_isWritten_alsoByAnotherTask() {
        judges.send(ADA_COMES, track.at(0, ADA));
        assertThat(judges.shots).isEmpty();
        judges.restart();

        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));

        assertThat(shown()).isPresent();
        assertThat(judges.pictures).isEqualTo(1);
    }

    /** Pictures come by a topic of their own: a newer one may overtake an update. */
    @Test
    void pictureOfAnotherFrame_isShownUntilThatOfTheShotComes_andNotAfterwards() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(4));
        assertThat(shown()).contains(new AlertPicture(track.frame(4), TestTracks.jpeg(4)));

        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        assertThat(shown()).contains(new AlertPicture(track.frame(0), TestTracks.jpeg(0)));

        judges.send(ADA_COMES, track.at(1, ADA), track.picture(5));
        assertThat(shown()).contains(new AlertPicture(track.frame(0), TestTracks.jpeg(0)));
        assertThat(judges.pictures).isEqualTo(2);
    }

    @Test
    void pictureThatWasOnItsWayWhenItsPersonWasDeleted_isNotKept() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        judges.known.delete(ADA);
        judges.send(ADA_COMES, track.at(1, ADA), track.picture(1));

        assertThat(judges.tables.pictures().where(any -> true)).isEmpty();
    }

    @Test
    void picturesAndMarks_areForgottenAnHourAfterTheLastUpdate() {
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        judges.pass(Duration.ofMinutes(50));
        judges.send(ADA_COMES, track.endedAt(3, ADA));
        judges.pass(Duration.ofMinutes(50));
        judges.running().forget();
        assertThat(judges.tables.pictures().where(any -> true)).hasSize(1);

        judges.pass(Duration.ofMinutes(70));
        judges.running().forget();

        assertThat(judges.tables.pictures().where(any -> true)).isEmpty();
        assertThat(judges.tables.marks().where(any -> true)).isEmpty();
    }

    @Test
    void sentinels_areWritten_anHourAfterAnErasure() {
        judges.pass(JudgeFixture.SEGMENT.plusMinutes(5));
        assertThat(judges.sentinels).as("after a start").containsExactly("|");
        judges.send(ADA_COMES, track.at(0, ADA), track.picture(0));
        judges.known.delete(ADA);
        judges.tick();

        judges.pass(JudgeFixture.SEGMENT.minusMinutes(5));
        assertThat(judges.sentinels).hasSize(1);
        judges.pass(Duration.ofMinutes(10));

        assertThat(judges.sentinels).containsExactly("|", "|");
        assertThat(judges.shots).containsKey("|");
    }

    private Optional<AlertPicture> shown() {
        return judges.shots.get(judges.alerts.get(0).id().value());
    }
}
