package io.faceline.cli.report;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of src/main/jte, which the build compiled. What is put into them is escaped. */
final class PageTemplates {
    /** Where the build puts their classes; cli/pom.xml says the same. */
    private static final String PACKAGE = "io.faceline.cli.report.template";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

    private PageTemplates() {}

    static String page(PageView page) {
        return render("page.jte", page);
    }

    /** At once, while the frames of the video can be had. */
    static Content section(VideoSection video) {
        var html = render("video.jte", video);
        return page -> page.writeContent(html);
    }

    private static String render(String template, Object shown) {
        var out = new StringOutput();
        ENGINE.render(template, shown, new PageOutput(out));
        return out.toString();
    }
}
