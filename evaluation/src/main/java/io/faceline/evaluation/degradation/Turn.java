package io.faceline.evaluation.degradation;

import io.faceline.contracts.face.Face;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Turns the photo clockwise, as a camera does that does not record how it was held.
 *
 * @param quarters of a full turn, 1 to 3
 */
public record Turn(int quarters) implements Degradation {
    @Override
    public BufferedImage apply(BufferedImage photo, Face face, Random random) {
        var isUpright = quarters % 2 == 0;
        var width = isUpright ? photo.getWidth() : photo.getHeight();
        var height = isUpright ? photo.getHeight() : photo.getWidth();
        var turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-photo.getWidth() / 2.0, -photo.getHeight() / 2.0);
        return Canvas.draw(Canvas.empty(width, height), graphics -> graphics.drawImage(photo, turn, null));
    }
}
