package io.faceline.delivery;

import io.faceline.delivery.webhook.Webhooks;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of alert-delivery.
 *
 * @param publicUrl where receivers reach the installation, without a slash at its end; without one messages have no links
 * @param allowsLocal whether receivers may have addresses of this machine, its link and its cloud
 * @param webhookTimeout of an attempt in all
 */
public record DeliverySettings(Optional<String> publicUrl, boolean allowsLocal, Duration webhookTimeout) {
    public static final String PUBLIC_URL = "FACELINE_PUBLIC_URL";

    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");
    private static final String WEBHOOK_TIMEOUT = "FACELINE_WEBHOOK_TIMEOUT";
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

    public static DeliverySettings from(Settings settings) {
        var timeout = settings.duration(WEBHOOK_TIMEOUT, DEFAULT_TIMEOUT);
        if (timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new SettingsException(WEBHOOK_TIMEOUT + " must be at most 60s, was \"" + timeout.toSeconds() + "s\"");
        }
        return new DeliverySettings(
                settings.optional(PUBLIC_URL).map(DeliverySettings::publicUrl),
                settings.flag(Webhooks.LOCAL_ADDRESSES, false),
                timeout);
    }

    private static String publicUrl(String text) {
        if (!URL.matcher(text).matches()) {
            throw new SettingsException(
                    PUBLIC_URL + " must be such as https://faceline.example.org, was \"" + text + "\"");
        }
        return text.replaceAll("/+$", "");
    }
}
