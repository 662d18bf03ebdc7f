package io.faceline.vision.camera;

import java.util.LinkedHashSet;
import java.util.Set;

/** Takes addresses and credentials out of texts. Immutable. */
final class Mask {
    private static final int MAX_LENGTH = 200;
    /** Shorter ones are also in harmless words. */
    private static final int MIN_USER_LENGTH = 3;

    private final Set<String> secrets = new LinkedHashSet<>();

    Mask(FfmpegAddress address) {
        if (address.kind() == FfmpegAddress.Kind.RTSP) {
            address.login().ifPresent(this::add);
            secrets.add(address.secretUrl());
            secrets.add(address.url());
            secrets.add(FfmpegAddress.authority(address.url()));
        }
    }

    private void add(FfmpegAddress.Login login) {
        secrets.add(login.password());
        secrets.add(FfmpegAddress.encoded(login.password()));
        if (login.user().length() >= MIN_USER_LENGTH) {
            secrets.add(login.user());
            secrets.add(FfmpegAddress.encoded(login.user()));
        }
    }

    /** One line of printable characters without secrets. */
    String masked(String text) {
        var masked = withoutUserInfo(text);
        for (var secret : secrets) {
            masked = secret.isEmpty() ? masked : masked.replace(secret, "…");
        }
        return printable(masked);
    }

    /** A URL to another host: only what signs in is taken out of it. */
    String target(String url) {
        var target = withoutUserInfo(url);
        for (var secret : secrets) {
            // The target's host may be the camera's own.
            target = secret.isEmpty() || secret.contains("//") || target.contains("//" + secret)
                    ? target
                    : target.replace(secret, "…");
        }
        return printable(target);
    }

    private static String printable(String text) {
        var line = text.replaceAll("\\p{C}", " ").strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }

    private static String withoutUserInfo(String text) {
        return text.replaceAll("//[^/\\s]*@", "//");
    }
}
