package io.faceline.cli.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element with its attributes and what is in it. Immutable. */
final class Tag implements Html {
    private final String name;
    private final Map<String, String> attributes;
    private final List<Html> children;

    private Tag(String name, Map<String, String> attributes, List<Html> children) {
        this.name = name;
        this.attributes = attributes;
        this.children = children;
    }

    /** @param what the element, and its classes behind dots: {@code td.number} */
    static Tag of(String what, Html... children) {
        return of(what, List.of(children));
    }

    static Tag of(String what, String text) {
        return of(what, List.of(Html.text(text)));
    }

    static Tag of(String what, List<? extends Html> children) {
        var dot = what.indexOf('.');
        var tag = new Tag(dot < 0 ? what : what.substring(0, dot), Map.of(), List.copyOf(children));
        return dot < 0 ? tag : tag.with("class", what.substring(dot + 1).replace('.', ' '));
    }

    Tag with(String attribute, String value) {
        var all = new LinkedHashMap<>(attributes);
        all.put(attribute, value);
        return new Tag(name, all, children);
    }

    @Override
    public void writeTo(Appendable out) throws IOException {
        out.append('<').append(name);
        for (var attribute : attributes.entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            Html.escape(attribute.getValue(), out);
            out.append('"');
        }
        if (isVoid()) {
            out.append(" />");
            return;
        }
        out.append('>');
        for (var child : children) {
            child.writeTo(out);
        }
        out.append("</").append(name).append(">");
        if (isBlock()) {
            out.append('\n');
        }
    }

    private boolean isVoid() {
        return switch (name) {
            case "img", "meta" -> true;
            default -> false;
        };
    }

    /** Line breaks for those who read the source; between inline elements they would be spaces. */
    private boolean isBlock() {
        return switch (name) {
            case "section", "article", "tr", "li", "p", "h1", "h2", "h3", "h4", "figure", "div", "svg" -> true;
            default -> false;
        };
    }
}
