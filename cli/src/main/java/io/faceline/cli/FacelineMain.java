package io.faceline.cli;

/** The main class of the jar. */
public final class FacelineMain {
    private FacelineMain() {}

    public static void main(String... arguments) {
        // Names on annotated photos are drawn without a display.
        System.setProperty("java.awt.headless", "true");
        System.exit(FacelineCommand.execute(arguments));
    }
}
