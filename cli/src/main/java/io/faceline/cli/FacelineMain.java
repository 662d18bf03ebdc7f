package io.faceline.cli;

/** The one jar's way in. */
public final class FacelineMain {
    private FacelineMain() {}

    public static void main(String... arguments) {
        // Names on annotated photos are drawn without a screen.
        System.setProperty("java.awt.headless", "true");
        System.exit(FacelineCommand.execute(arguments));
    }
}
