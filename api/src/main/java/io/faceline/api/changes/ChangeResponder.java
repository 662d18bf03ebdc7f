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

/** Makes the requested change and maps a failure to a problem. */
public final class ChangeResponder {
    /** Frames with its value as minimum gallery version are matched against the changed gallery. */
    public static final String VERSION_HEADER = "Faceline-Gallery-Version";

    private final ChangeClient client;

    public ChangeResponder(ChangeClient client) {
        this.client = client;
    }

    /** The id of a new change. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Completes when the change was made and the response header holds the gallery version. */
    public CompletableFuture<Void> make(Context context, Change change) {
        return client.send(change)
                .handle((answer, failure) -> failure == null ? requireMade(answer) : rethrow(failure))
                .thenAccept(answer -> context.header(VERSION_HEADER, Long.toString(answer.galleryVersion())));
    }

    private static ChangeAnswer requireMade(ChangeAnswer answer) {
        if (!answer.isMade()) {
            throw new ProblemException(409, "CHANGE_REFUSED", answer.error());
        }
        return answer;
    }

    private static ChangeAnswer rethrow(Throwable failure) {
        var cause = Throwables.ofFuture(failure);
        if (cause instanceof TimeoutException) {
            throw notInTime();
        }
        if (cause instanceof NotYetVisibleException) {
            throw new ProblemException(202, "NOT_YET_VISIBLE", String.valueOf(cause.getMessage()));
        }
        throw new CompletionException(cause);
    }

    /** The outcome of the change is unknown; repeating it is harmless. */
    public static ProblemException notInTime() {
        return new ProblemException(
                504, "TIMEOUT", "no answer arrived in time; the change may or may not have been made: repeat it");
    }
}
