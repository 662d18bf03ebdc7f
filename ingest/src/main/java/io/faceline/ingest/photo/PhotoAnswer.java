package io.faceline.ingest.photo;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.contracts.face.Faces;
import io.faceline.web.view.FaceView;
import io.faceline.web.view.MatchView;
import java.util.List;

/**
 * The answer to a photo: the match, and its faces once more where one looks for them.
 *
 * @param faces as in the outcome, which has them as in every other answer and in {@code matches}
 */
record PhotoAnswer(List<FaceView> faces, @JsonUnwrapped MatchView<FaceView> match) {
    static PhotoAnswer of(MatchView<FaceView> match) {
        return new PhotoAnswer(
                match.outcome().fold(Faces::faces, reason -> List.of(), (code, message) -> List.of()), match);
    }
}
