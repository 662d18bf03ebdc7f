package io.faceline.cli.report;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the precompiled templates of src/main/jte. All values are escaped. */
final class PageTemplates {
    /** The package of the compiled templates; must equal the one in cli/pom.xml. */
    private static final String PACKAGE = "io.faceline.cli.report.template";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    private PageTemplates() {}

    static String page(PageView page) {
        return render("page.jte", page);
    }

    /** Renders the section at once, while the frames of the video can be read. */
    static Content section(VideoSection video) {
        var html = render("video.jte", video);
        return page -> page.writeContent(html);
    }

    private static String render(String template, Object model) {
        var out = new StringOutput();
        ENGINE.render(template, model, new PageOutput(out));
        return out.toString();
    }
}
