package io.faceline.delivery.mqtt;

/** A user of a broker. Its text omits the password, so that it never appears in a log. */
record SignIn(String user, String password) {
    /** @param text user name, a colon and the password */
    static SignIn parse(String text) throws BrokerException {
        var colon = text.indexOf(':');
        if (colon < 1) {
            throw new BrokerException("The secret of the broker must be a user name, a colon and the password");
        }
        return new SignIn(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return "SignIn[…]";
    }
}
