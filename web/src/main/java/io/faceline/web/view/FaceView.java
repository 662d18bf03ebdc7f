package io.faceline.web.view;

import io.faceline.contracts.face.Face;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.identity.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * A face as an answer.
 *
 * @param identification absent where detection alone was asked for
 * @param person the name when the decision is a match; null when the person was deleted since
 */
public record FaceView(
        Face face,
        @Nullable IdentificationView identification,
        @Nullable String person) {
    public static FaceView of(MatchedFace matched, SessionId asker, PersonNames names) {
        var identification = matched.identification();
        if (identification == null) {
            return new FaceView(matched.face(), null, null);
        }
        var view = IdentificationView.of(identification, asker, names);
        return new FaceView(matched.face(), view, view.matchedName());
    }
}
