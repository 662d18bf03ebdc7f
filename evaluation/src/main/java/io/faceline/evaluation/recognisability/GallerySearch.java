package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.recognisability.Found.Truth;
import io.faceline.matcher.recognisability.Measures;
import io.faceline.matcher.recognisability.PairRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Searches all faces of a level that are not enrolled themselves. */
final class GallerySearch {
    private static final int KEPT = PairRule.CROWD + 1;

    private final PhotoSet photos;
    private final List<Enrolled> enrolled;
    private final boolean[] isEnrolledPhoto;
    private final boolean[] isEnrolledPerson;
    private final int people;

    GallerySearch(PhotoSet photos, List<Enrolled> enrolled) {
        this.photos = photos;
        this.enrolled = enrolled;
        this.isEnrolledPhoto = new boolean[photos.size()];
        this.isEnrolledPerson = new boolean[photos.size()];
        var count = 0;
        for (var part : enrolled) {
            for (var photo : part.photos()) {
                isEnrolledPhoto[photo] = true;
                isEnrolledPerson[photos.people().get(photo)] = true;
                count++;
            }
        }
        this.people = count;
    }

    void run(LevelFaces probes, Consumer<Found> results) {
        for (var photo = 0; people > 0 && photo < photos.size(); photo++) {
            if (!isEnrolledPhoto[photo] && probes.has(photo)) {
                results.accept(search(photo, probes.measures(photo)));
            }
        }
    }

    private Found search(int probe, Measures measures) {
        var best = new Best();
        for (var part : enrolled) {
            for (var reference : part.photos()) {
                best.offer(part.similarities().of(probe, reference), part, reference);
            }
        }
        return new Found(
                truth(probe, best.photo),
                best.similarities[0],
                best.similarities[1],
                best.crowd(people),
                people,
                measures,
                best.part().faces().measures(best.photo));
    }

    private Truth truth(int probe, int best) {
        if (!isEnrolledPerson[photos.people().get(probe)]) {
            return Truth.STRANGER;
        }
        return photos.people().get(best).equals(photos.people().get(probe)) ? Truth.RIGHT : Truth.WRONG;
    }

    /** The best people, most similar first; each has one photo. */
    private static final class Best {
        private final float[] similarities = new float[KEPT];
        private Enrolled part;
        private int photo;

        Best() {
            Arrays.fill(similarities, -1);
        }

        void offer(float similarity, Enrolled from, int reference) {
            if (similarity <= similarities[KEPT - 1]) {
                return;
            }
            if (similarity > similarities[0]) {
                part = from;
                photo = reference;
            }
            var place = KEPT - 1;
            while (place > 0 && similarities[place - 1] < similarity) {
                similarities[place] = similarities[place - 1];
                place--;
            }
            similarities[place] = similarity;
        }

        Enrolled part() {
            if (part == null) {
                throw new IllegalStateException("nobody is enrolled");
            }
            return part;
        }

        float crowd(int people) {
            var others = Math.min(KEPT, people) - 1;
            var sum = 0f;
            for (var i = 1; i <= others; i++) {
                sum += similarities[i];
            }
            return others == 0 ? -1 : sum / others;
        }
    }
}
