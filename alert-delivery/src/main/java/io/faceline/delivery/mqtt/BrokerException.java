package io.faceline.delivery.mqtt;

/** A broker that cannot be used now. The message is for users and contains no secrets and no names. */
final class BrokerException extends Exception {
    private static final long serialVersionUID = 1;

    BrokerException(String message) {
        super(message);
    }
}
