package io.faceline.delivery.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where is posted to.
 *
 * @param host a name or a number, without brackets
 * @param path with the query
 */
record PostTarget(boolean isTls, String host, int port, String path, String hostHeader) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Empty if it is no address of HTTP. */
    static Optional<PostTarget> parse(String url) {
        try {
            var uri = new URI(new URI(url).toASCIIString());
            return uri.getHost() == null ? Optional.empty() : Optional.of(of(uri));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static PostTarget of(URI uri) {
        var isTls = "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
        var standard = isTls ? HTTPS : HTTP;
        var port = uri.getPort() > 0 ? uri.getPort() : standard;
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var header = uri.getHost() + (port == standard ? "" : ":" + port);
        return new PostTarget(isTls, uri.getHost().replaceAll("^\\[|]$", ""), port, path + query, header);
    }
}
