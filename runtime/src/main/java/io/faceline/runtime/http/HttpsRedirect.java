package io.faceline.runtime.http;

import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends whoever came by plain HTTP to the same place by HTTPS: an address that somebody types rarely says so itself. */
final class HttpsRedirect extends Handler.Wrapper {
    HttpsRedirect(Handler secured) {
        super(secured);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.isSecure()) {
            return super.handle(request, response, callback);
        }
        var place = HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS).asString();
        // For this time only: the next server at this port may have no certificate.
        Response.sendRedirect(request, response, callback, HttpStatus.TEMPORARY_REDIRECT_307, place, true);
        return true;
    }
}
