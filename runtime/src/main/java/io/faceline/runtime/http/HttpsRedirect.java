package io.faceline.runtime.http;

import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Redirects plain HTTP requests to HTTPS, because users rarely type the scheme. */
final class HttpsRedirect extends Handler.Wrapper {
    HttpsRedirect(Handler secured) {
        super(secured);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.isSecure()) {
            return super.handle(request, response, callback);
        }
        var location =
                HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS).asString();
        // Temporary: the next server on this port may not have a certificate.
        Response.sendRedirect(request, response, callback, HttpStatus.TEMPORARY_REDIRECT_307, location, true);
        return true;
    }
}
