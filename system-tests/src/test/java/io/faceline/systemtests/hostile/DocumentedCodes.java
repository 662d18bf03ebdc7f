package io.faceline.systemtests.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The codes that docs/reference/http.md lists under "Codes". */
final class DocumentedCodes {
    private static final Path DOCUMENT = Path.of("..", "docs", "reference", "http.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([0-9, ]*)\\| `([A-Z0-9_]+)` \\|", Pattern.MULTILINE);

    private DocumentedCodes() {}

    static Set<String> read() throws IOException {
        var text = Files.readString(DOCUMENT);
        var codes = new TreeSet<String>();
        var rows = ROW.matcher(text.substring(text.indexOf("\n## Codes\n")));
        while (rows.find()) {
            codes.add(rows.group(2));
        }
        return codes;
    }
}
