package io.faceline.cli.watch;

import io.faceline.cli.command.CommandFailure;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long a command runs, as it is typed: {@code 90}, {@code 60s}, {@code 5m} or {@code 2h}. */
final class RunTime {
    private static final Pattern FORMAT = Pattern.compile("([1-9][0-9]{0,5})([smh]?)");

    private RunTime() {}

    static Duration of(String typed) {
        var parts = FORMAT.matcher(typed);
        if (!parts.matches()) {
            throw CommandFailure.wrongUsage("--for must be such as 60s, 5m or 2h, was \"" + typed + "\"");
        }
        var count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofSeconds(count);
        };
    }
}
