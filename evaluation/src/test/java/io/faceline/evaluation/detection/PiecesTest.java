package io.faceline.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Point;
import java.awt.Rectangle;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    @Test
    void pieces_lieInTheImageAndApartFromNoses() {
        var nose = new Point(200, 200);

        var pieces = Pieces.of(WIDTH, HEIGHT, List.of(nose), 20);

        assertThat(pieces).hasSize(20).allMatch(new Rectangle(0, 0, WIDTH, HEIGHT)::contains);
        assertThat(pieces).noneMatch(piece -> piece.contains(nose.x(), nose.y()));
        assertThat(Pieces.of(WIDTH, HEIGHT, List.of(nose), 20)).isEqualTo(pieces);
    }

    @Test
    void imageFullOfFaces_yieldsFewerPieces() {
        var noses = List.of(new Point(150, 160), new Point(400, 160), new Point(650, 160));

        assertThat(Pieces.of(WIDTH, 320, noses, 20)).isEmpty();
    }
}
