package io.faceline.contracts.delivery;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a receiver is reached. */
public sealed interface ReceiverTarget {
    /** Whether this version can reach it. */
    default boolean isKnown() {
        return true;
    }

    /**
     * An HTTP POST, signed as Standard Webhooks 1.0.0 say.
     *
     * @param url http or https, without user name and password
     * @param secrets keys of the signature, the newest first: one, while they are changed two, and none for an unsigned message
     */
    record Webhook(String url, List<StoredSecret> secrets) implements ReceiverTarget {
        private static final int MAX_URL = 2000;

        public Webhook {
            secrets = List.copyOf(secrets);
            Checks.line("url", url, MAX_URL);
            Checks.require(url.matches("https?://[^@]+"), "url must begin with http:// or https:// and have no user");
            Checks.require(secrets.size() <= 2, "a webhook has at most two secrets");
        }
    }

    /**
     * A broker of MQTT, with Home Assistant's discovery.
     *
     * @param url {@code mqtt://host:port} or {@code mqtts://host:port}
     * @param signIn user name, a colon and the password; absent for a broker that wants none
     * @param prefix of the topics
     * @param discoveryPrefix of Home Assistant
     */
    record Mqtt(String url, @OmittedIfAbsent @Nullable StoredSecret signIn, String prefix, String discoveryPrefix)
            implements ReceiverTarget {
        public static final String DEFAULT_PREFIX = "faceline";
        public static final String DEFAULT_DISCOVERY = "homeassistant";

        private static final int MAX_URL = 300;

        public Mqtt {
            Checks.line("url", url, MAX_URL);
            Checks.require(
                    url.matches("mqtts?://[^@/]+"), "url must be such as mqtt://broker:1883, without user and path");
            Checks.slug("prefix", prefix);
            Checks.slug("discoveryPrefix", discoveryPrefix);
        }
    }

    /** Only read: one that a newer version added. */
    record Unknown() implements ReceiverTarget {
        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
