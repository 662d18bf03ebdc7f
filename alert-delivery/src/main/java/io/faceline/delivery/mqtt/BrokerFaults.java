package io.faceline.delivery.mqtt;

import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in words what went wrong. */
final class BrokerFaults {
    private BrokerFaults() {}

    static String reason(@Nullable Throwable fault) {
        if (fault != null) {}
        if (fault instanceof Mqtt5ConnAckException refused) {
            return connectReason(refused.getMqttMessage().getReasonCode());
        }
        if (fault instanceof Mqtt5PubAckException || fault instanceof Mqtt5SubAckException) {
            return "The broker does not allow this user what it needs: to read and write below both prefixes";
        }
        if (fault instanceof Mqtt5DisconnectException ended) {
            return "The broker ended the connection: "
                    + ended.getMqttMessage().getReasonCode().name().replace('_', ' ');
        }
        return fault instanceof ConnectionFailedException ? socketReason(fault.getCause()) : "The connection broke";
    }

    private static String connectReason(Mqtt5ConnAckReasonCode code) {
        return switch (code) {
            case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED -> "The broker refused the user name and password";
            case UNSUPPORTED_PROTOCOL_VERSION -> "The broker does not speak MQTT 5";
            default -> "The broker refused the connection: " + code.name().replace('_', ' ');
        };
    }

    private static String socketReason(@Nullable Throwable cause) {
        if (cause instanceof SSLException) {
            return "The broker's certificate or encryption was not accepted: " + cause.getMessage();
        }
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException
                ? "The broker cannot be reached"
                : "The connection to the broker failed";
    }
}
