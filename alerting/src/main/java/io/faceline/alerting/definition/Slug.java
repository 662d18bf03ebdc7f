package io.faceline.alerting.definition;

import java.text.Normalizer;
import java.util.Locale;

/** The id of what has none yet, made of its name: "Haustür 2" becomes {@code haustur-2}. */
final class Slug {
    private static final int MAX_LENGTH = 64;

    private Slug() {}

    /** @param otherwise if the name has no letter and no digit */
    static String of(String name, String otherwise) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var hyphens =
                plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var slug = hyphens.isEmpty() ? otherwise : hyphens;
        return slug.length() > MAX_LENGTH ? slug.substring(0, MAX_LENGTH) : slug;
    }
}
