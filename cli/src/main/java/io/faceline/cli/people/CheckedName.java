package io.faceline.cli.people;

import io.faceline.cli.command.CommandFailure;
import io.faceline.contracts.person.PersonName;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Validates a name given on the command line. */
public final class CheckedName {
    /** Java's replacement for bytes that are no character in the encoding of this system. */
    private static final int UNREADABLE = '\uFFFD';

    private CheckedName() {}

    /**
     * The name as it is stored.
     *
     * @throws CommandFailure when the name is invalid
     */
    static String of(String name) {
        requireReadable(name);
        PersonName.fault(name).ifPresent(fault -> {
            throw CommandFailure.wrongUsage(fault);
        });
        return PersonName.normal(name);
    }

    /** @throws CommandFailure when characters were lost before the name came here: different names may then look the same */
    private static void requireReadable(String name) {
        if (!isReadable(name)) {
            throw CommandFailure.wrongUsage(unreadable(name));
        }
    }

    /**
     * @param option the option that the message names
     * @throws CommandFailure when nobody can have this name
     */
    public static void require(String option, String name) {
        if (!isReadable(name)) {
            throw CommandFailure.wrongUsage(option + ": " + unreadable(name));
        }
        PersonName.fault(name).ifPresent(fault -> {
            throw CommandFailure.wrongUsage(option + ": " + fault);
        });
    }

    private static String unreadable(String name) {
        return "the name \"" + name + "\" is not in the encoding of this system (" + encoding() + "); " + hint();
    }

    static boolean isReadable(String name) {
        return name.indexOf(UNREADABLE) < 0;
    }

    /** Whether this system knows no letters beyond those of ASCII, as without a locale. */
    static boolean isAsciiOnly() {
        return encoding().equals(StandardCharsets.US_ASCII);
    }

    static String hint() {
        return isAsciiOnly() ? "set a locale, such as LC_ALL=C.UTF-8" : "rename it in UTF-8";
    }

    private static Charset encoding() {
        var name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
