package io.faceline.api.changes;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Makes the change that a request asks for, or ends it with a problem. */
public final class ChangeResponder {
    /** Frames that carry its value as their least gallery version see the change. */
    public static final String VERSION_HEADER = "Faceline-Gallery-Version";

    private final ChangeClient ask;

    public ChangeResponder(ChangeClient ask) {
        this.ask = ask;
    }

    /** The id of a new change. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Completes when the change was made and the answer to the request says which gallery version has it. */
    public CompletableFuture<Void> make(Context context, Change change) {
        return ask.send(change)
                .handle((answer, failure) -> failure == null ? requireMade(answer) : raise(failure))
                .thenAccept(answer -> context.header(VERSION_HEADER, Long.toString(answer.galleryVersion())));
    }

    private static ChangeAnswer requireMade(ChangeAnswer answer) {
        if (!answer.isMade()) {
            throw new ProblemException(409, "CHANGE_REFUSED", answer.error());
        }
        return answer;
    }

    private static ChangeAnswer raise(Throwable failure) {
        var cause = Throwables.ofFuture(failure);
        if (cause instanceof TimeoutException) {
            throw notInTime();
        }
        throw new CompletionException(cause);
    }

    /** Nobody knows whether the change was made; asking for it again does no harm. */
    public static ProblemException notInTime() {
        return new ProblemException(
                504, "TIMEOUT", "no answer came in time and the change may or may not have been made; ask again");
    }
}
