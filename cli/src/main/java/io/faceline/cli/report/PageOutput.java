package io.faceline.cli.report;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Escapes text by context as JTE does, with two additional rules: characters that XML forbids become the replacement
 * character, and quotes are escaped in text too, not only in attributes.
 */
final class PageOutput extends OwaspHtmlTemplateOutput {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\n\t]]");
    private static final String REPLACEMENT = "\uFFFD";

    private boolean isAttribute;

    PageOutput(TemplateOutput out) {
        super(out);
    }

    @Override
    public void setContext(String tag, @Nullable String attribute) {
        super.setContext(tag, attribute);
        isAttribute = attribute != null;
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        if (text == null) {
            return;
        }
        var allowed = FORBIDDEN.matcher(text).replaceAll(REPLACEMENT);
        if (isAttribute) {
            super.writeUserContent(allowed);
        } else {
            writeText(allowed);
        }
    }

    private void writeText(String text) {
        var escaped = new StringOutput();
        Escape.htmlContent(text, escaped);
        writeContent(escaped.toString().replace("\"", "&#34;").replace("'", "&#39;"));
    }
}
