package io.faceline.delivery.mqtt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a broker is.
 *
 * @param host a name or a number, without brackets
 */
record BrokerAddress(boolean isTls, String host, int port) {
    private static final int PLAIN = 1883;
    private static final int TLS = 8883;

    /** @throws BrokerException if it is no address of MQTT */
    static BrokerAddress parse(String url) throws BrokerException {
        try {
            var uri = new URI(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var isTls = "mqtts".equals(scheme);
            if (uri.getHost() == null || (!isTls && !"mqtt".equals(scheme))) {
                throw unreadable();
            }
            var usual = isTls ? TLS : PLAIN;
            return new BrokerAddress(
                    isTls, uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort() < 0 ? usual : uri.getPort());
        } catch (URISyntaxException e) {
            throw unreadable();
        }
    }

    private static BrokerException unreadable() {
        return new BrokerException("The address of the broker cannot be read");
    }
}
