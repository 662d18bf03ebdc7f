package io.faceline.benchmarks.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneTest {
    @TempDir
    Path folder;

    private Subject behind;
    private Subject inFront;
    private Scene crossing;

    @BeforeEach
    void twoCross() throws Exception {
        var photo = folder.resolve("photo.png").toFile();
        ImageIO.write(new BufferedImage(250, 250, BufferedImage.TYPE_3BYTE_BGR), "png", photo);
        var head = Cutout.of(photo.toPath());
        behind = new Subject(Optional.empty(), head, Trajectory.across(100, 540, 180, 100));
        inFront = new Subject(Optional.empty(), head, Trajectory.across(540, 100, 180, 100));
        crossing = new Scene(List.of(behind, inFront), Background.of(Scene.WIDTH, Scene.HEIGHT, new Random(1)));
    }

    @Test
    void face_belongsToWhoIsNearest() {
        assertThat(crossing.at(110, 185, 0)).containsSame(behind);
        assertThat(crossing.at(530, 175, 0)).containsSame(inFront);
        assertThat(crossing.at(320, 180, 0)).isEmpty();
    }

    @Test
    void face_whereTheyMeet_isThatOfWhoIsInFront() {
        var meeting = Scene.SECONDS / 2;

        assertThat(crossing.isSeen(behind, meeting)).isFalse();
        assertThat(crossing.isSeen(inFront, meeting)).isTrue();
        // A little later, with the one behind half out: nobody can tell whose face that is.
        assertThat(crossing.at(345, 180, meeting + 0.3)).isEmpty();
    }

    @Test
    void picture_showsTheHeadWhereThePoseSays() {
        // The photo is black, the wall is not.
        assertThat(crossing.picture(0).getRGB(100, 180) & 0xffffff).isZero();
        assertThat(crossing.picture(Scene.SECONDS / 4).getRGB(210, 180) & 0xffffff)
                .isZero();
    }
}
