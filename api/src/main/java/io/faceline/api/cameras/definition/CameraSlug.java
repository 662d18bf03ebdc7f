package io.faceline.api.cameras.definition;

import io.faceline.contracts.camera.CameraId;
import java.text.Normalizer;
import java.util.Locale;

/** The id of a camera that has none yet, made of its name: "Haustür 2" becomes {@code haustur-2}. */
final class CameraSlug {
    private static final int MAX_LENGTH = 64;

    private CameraSlug() {}

    static CameraId of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var hyphens =
                plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var slug = hyphens.isEmpty() ? "camera" : hyphens;
        return new CameraId(slug.length() > MAX_LENGTH ? slug.substring(0, MAX_LENGTH) : slug);
    }
}
