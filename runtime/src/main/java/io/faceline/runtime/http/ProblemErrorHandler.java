package io.faceline.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.faceline.contracts.serde.Mappers;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers malformed requests that never reach a route with a problem, without echoing the request. */
final class ProblemErrorHandler extends ErrorHandler {
    /** True for every method; by default Jetty answers most without a body. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        write(response, Problem.of(status, "the server cannot read this request"), callback);
    }

    /** Answers a request that reaches no route, with the time of the next attempt. */
    static void write(Response response, ProblemException problem, Callback callback) {
        problem.retryAfter()
                .ifPresent(wait -> response.getHeaders().put(HttpHeader.RETRY_AFTER, Problems.wholeSeconds(wait)));
        write(response, problem.problem(), callback);
    }

    /** Answers a request that reaches no route. */
    static void write(Response response, Problem problem, Callback callback) {
        var headers = response.getHeaders();
        SecurityHeaders.ALL.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.setStatus(problem.status());
        response.write(true, ByteBuffer.wrap(json(problem)), callback);
    }

    private static byte[] json(Problem problem) {
        try {
            return Mappers.JSON.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
