package io.faceline.tracking;

import io.faceline.contracts.track.ShotPicture;
import java.util.Map;

/**
 * The shots of a track.
 *
 * @param best of all faces, whomever they are like
 * @param last of the last look that is known to be of the same face
 */
public record TrackShots(BestShot best, BestShot first, BestShot last) {
    static TrackShots of(BestShot only) {
        return new TrackShots(only, only, only);
    }

    TrackShots plus(BestShot shot) {
        return new TrackShots(best.better(shot), first, shot);
    }

    TrackShots withBest(BestShot decisive) {
        return new TrackShots(decisive, first, last);
    }

    public TrackShots withoutPictures() {
        return new TrackShots(best.withoutPicture(), first.withoutPicture(), last.withoutPicture());
    }

    public Map<ShotPicture.Kind, BestShot> byKind() {
        return Map.of(ShotPicture.Kind.BEST, best, ShotPicture.Kind.FIRST, first, ShotPicture.Kind.LAST, last);
    }
}
