package io.faceline.systemtests.browser;

/** How much of it a visitor wants. */
enum Motion {
    ANY("no-preference"),
    REDUCED("reduce");

    /** As style sheets call it. */
    final String value;

    Motion(String value) {
        this.value = value;
    }
}
