package io.faceline.vision.turn;

import io.faceline.vision.detect.Detection;
import io.faceline.vision.detect.FaceLikeness;
import io.faceline.vision.image.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which view of a face shows it upright: the one whose crop is most like a face. Without a network that tells, the distance of
 * the eyes and the detector's confidence decide, which mistake a face that is tilted by 45 to 60 degrees now and then.
 */
record ViewChoice(Optional<FaceLikeness> likeness) {
    /**
     * A turned view is the right one if it is more like a face by this factor. Measured: the right view has a length of at
     * least 3.2 for nine of ten faces, a wrong one of at most 2.7.
     */
    private static final double MIN_GAIN = 1.1;

    private record Alike(View view, double likeness) {}

    /** Whether the choice for one face holds for the image. */
    boolean isReliable() {
        return likeness.isPresent();
    }

    /**
     * The best of the turned views of a face, if it is clearly better than the upright one.
     *
     * @param views faces in the same place
     */
    Optional<View> best(Picture picture, Detection upright, List<View> views) {
        var asItStands = Uprightness.of(upright, picture);
        if (likeness.isEmpty()) {
            return mostUpright(asItStands, views);
        }
        // The network costs as much as an embedding: it is asked only if a view looks better.
        var looksBetter = views.stream().anyMatch(view -> view.uprightness().rank() > asItStands.rank());
        return looksBetter ? mostAlike(likeness.get(), picture, upright, views) : Optional.empty();
    }

    /** Whether a turned view shows a face better than the upright one does, as far as the network tells. */
    boolean isBetter(Picture picture, View view, Detection upright) {
        return likeness.isEmpty()
                || mostAlike(likeness.get(), picture, upright, List.of(view)).isPresent();
    }

    private static Optional<View> mostAlike(
            FaceLikeness likeness, Picture picture, Detection upright, List<View> views) {
        var least = MIN_GAIN * likeness.of(picture, upright.landmarks());
        return views.stream()
                .map(view ->
                        new Alike(view, likeness.of(picture, view.detection().landmarks())))
                .filter(view -> view.likeness() > least)
                .max(Comparator.comparingDouble(Alike::likeness))
                .map(Alike::view);
    }

    private static Optional<View> mostUpright(Uprightness upright, List<View> views) {
        return views.stream()
                .filter(view -> view.uprightness().isClearlyBetterThan(upright))
                .max(Comparator.comparingDouble(view -> view.uprightness().rank()));
    }
}
