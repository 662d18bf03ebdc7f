package io.faceline.runtime.http;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where a server listens for HTTPS, of TLS 1.2 and newer alone, and understands HTTP well enough to point there. */
final class HttpsConnector {
    /** The browser compares the name with the certificate; a name that the certificate lacks may still be the visitor's wish. */
    private static final boolean IS_NAME_CHECKED = false;

    private HttpsConnector() {}

    static ServerConnector create(Server server, HttpConfiguration http, HttpSettings settings, SSLContext tls) {
        var certified = new SslContextFactory.Server();
        certified.setSslContext(tls);
        certified.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        var secure = new HttpConfiguration(http);
        secure.addCustomizer(new SecureRequestCustomizer(IS_NAME_CHECKED));
        var encrypted = new SslConnectionFactory(certified, HttpVersion.HTTP_1_1.asString());
        var connector = new ServerConnector(
                server, new DetectorConnectionFactory(encrypted), new HttpConnectionFactory(secure));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }
}
