package io.faceline.ingest.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.faceline.contracts.frame.DropReason;
import io.faceline.web.view.MatchView;
import io.faceline.web.view.TrackedFaceView;

/** What the client is sent of a frame, with the frame's number. */
sealed interface LiveAnswer {
    /** What {@code recognize} answers, with the track of each face. */
    record Answered(@JsonUnwrapped MatchView<TrackedFaceView> match, long frame) implements LiveAnswer {}

    record Dropped(DropReason dropped, long frame) implements LiveAnswer {}

    record Failed(LiveError error, long frame) implements LiveAnswer {}

    /** @param detail what to do about it */
    record LiveError(String code, String detail) {}
}
