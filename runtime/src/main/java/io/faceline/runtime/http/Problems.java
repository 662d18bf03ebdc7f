package io.faceline.runtime.http;

import io.faceline.contracts.serde.Mappers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Converts exceptions to HTTP responses. */
final class Problems implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final int maxBodyBytes;
    private final HeldRefusals refusals;

    Problems(int maxBodyBytes, HeldRefusals refusals) {
        this.maxBodyBytes = maxBodyBytes;
        this.refusals = refusals;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(ProblemException.class, this::answerProblem);
        routes.exception(HttpResponseException.class, this::answerLibrary);
        routes.exception(Exception.class, this::answerUnexpected);
    }

    private void answerProblem(ProblemException e, Context context) {
        e.retryAfter().ifPresent(wait -> context.header("Retry-After", Long.toString(wholeSeconds(wait))));
        answer(context, e.problem());
        if (e.problem().status() == HeldRefusals.TOO_MANY_REQUESTS) {
            refusals.hold(context);
        }
    }

    static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private void answerLibrary(HttpResponseException e, Context context) {
        answer(context, Problem.of(e.getStatus(), detail(e, context)));
    }

    private String detail(HttpResponseException e, Context context) {
        return switch (e.getStatus()) {
            case 404 -> "there is nothing at " + context.method() + " " + context.path();
            case 413 -> tooLarge(maxBodyBytes);
            default -> String.valueOf(e.getMessage());
        };
    }

    static String tooLarge(long maxBytes) {
        return "the body exceeds the maximum of " + maxBytes + " bytes";
    }

    private void answerUnexpected(Exception e, Context context) {
        if (ClientErrors.isTooLarge(e)) {
            // The form's reader gave up in the middle, so that the connection ends; a client must not use it again.
            context.header("Connection", "close");
            answer(context, Problem.of(413, tooLarge(maxBodyBytes)));
        } else {
            ClientErrors.problem(e)
                    .ifPresentOrElse(problem -> answerBroken(problem, context), () -> answerBug(e, context));
        }
    }

    /** What follows on the connection may be the rest of this request. */
    private static void answerBroken(Problem problem, Context context) {
        context.header("Connection", "close");
        answer(context, problem);
    }

    private static void answerBug(Exception e, Context context) {
        LOG.error("event=request_failed method={} path={}", context.method(), context.path(), e);
        answer(context, Problem.of(500, "internal error; see the server log"));
    }

    private static void answer(Context context, Problem problem) {
        if (UnreadBody.endsConnection(context.req().getContentLengthLong())) {
            context.header("Connection", "close");
        }
        try {
            context.status(problem.status())
                    .contentType(Problem.CONTENT_TYPE)
                    .result(Mappers.JSON.writeValueAsBytes(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
