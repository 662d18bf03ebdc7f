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

/** A connector for HTTPS with TLS 1.2 and newer, which also detects plain HTTP so that it can be redirected. */
final class HttpsConnector {
    /** The browser verifies the host name; a visitor may accept a name that the certificate lacks. */
    private static final boolean CHECK_SNI_HOST = false;

    private HttpsConnector() {}

    static ServerConnector create(Server server, HttpConfiguration http, HttpSettings settings, SSLContext tls) {
        var sslContextFactory = new SslContextFactory.Server();
        sslContextFactory.setSslContext(tls);
        sslContextFactory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        var secure = new HttpConfiguration(http);
        secure.addCustomizer(new SecureRequestCustomizer(CHECK_SNI_HOST));
        var encrypted = new SslConnectionFactory(sslContextFactory, HttpVersion.HTTP_1_1.asString());
        var connector = new ServerConnector(
                server, new DetectorConnectionFactory(encrypted), new HttpConnectionFactory(secure));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }
}
