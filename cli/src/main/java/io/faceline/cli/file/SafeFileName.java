package io.faceline.cli.file;

import io.faceline.contracts.SingleLine;
import io.faceline.contracts.person.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Derives file names from names of people: valid on any file system, and unique within a folder. */
final class SafeFileName {
    /** File systems allow 255; the rest is for a number, an extension and additions of other programs. */
    private static final int MAX_BYTES = 200;

    /** Includes direction marks, which are invisible in a list of files. */
    private static final String FORBIDDEN = "/\\:*?\"<>|\u061C\u200E\u200F";

    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /** Returns an unused name. Case and the form of letters are ignored, as some file systems ignore them. */
    String fresh(String wanted, String extension) {
        return fresh(wanted, extension, any -> true);
    }

    /** @param isFree whether the folder has room for the name */
    String fresh(String wanted, String extension, Predicate<String> isFree) {
        var stem = of(wanted);
        var name = stem + extension;
        for (var number = 2; !taken.add(PersonName.folded(name)) || !isFree.test(name); number++) {
            name = stem + "-" + number + extension;
        }
        return name;
    }

    /** Keeps Unicode; replaces characters that are special to file systems or shells by an underscore. */
    static String of(String wanted) {
        var name = replaced(wanted).strip();
        name = shortened(name).replaceAll("[. ]+$", "").replaceAll("^[.\\-~ ]+", "_");
        if (name.isEmpty() || RESERVED.matcher(name).matches()) {
            return "_" + name;
        }
        return name;
    }

    private static String replaced(String wanted) {
        var name = new StringBuilder();
        wanted.codePoints().map(SafeFileName::replaced).forEach(name::appendCodePoint);
        return name.toString();
    }

    private static int replaced(int codePoint) {
        return SingleLine.allows(codePoint) && FORBIDDEN.indexOf(codePoint) < 0 ? codePoint : '_';
    }

    private static String shortened(String name) {
        var end = 0;
        var bytes = 0;
        while (end < name.length()) {
            var character = Character.toString(name.codePointAt(end));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                return name.substring(0, end);
            }
            end += character.length();
        }
        return name;
    }
}
