package io.faceline.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Text of others cannot forge a line of the log, nor control the terminal that shows it. */
class LogLinesTest {
    private static final String HOSTILE =
            "a.jpg\r\n12:00:00.000 ERROR Forged event=person_deleted\u001b[2J\u202e\u009b";

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void argument_staysInItsLine() {
        var line = line("event=file_skipped file={}", null, HOSTILE);

        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("file=a.jpg\\u000d\\u000a12:00").endsWith("\\u001b[2J\\u202e\\u009b\n");
    }

    @Test
    void messagesOfFailures_stayInTheirLine() {
        var failure = new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE));
        failure.addSuppressed(new IllegalArgumentException(HOSTILE));

        var lines = line("event=failed", failure).lines().toList();

        assertThat(lines).noneMatch(line -> line.startsWith("12:00:00.000"));
        assertThat(lines)
                .filteredOn(line -> line.contains("\\u000a12:00:00.000"))
                .hasSize(3);
        assertThat(lines).anyMatch(line -> line.startsWith("\tat "));
    }

    private String line(String message, @Nullable Throwable failure, Object... arguments) {
        var logger = context.getLogger(LogLinesTest.class);
        var event = new LoggingEvent(LogLinesTest.class.getName(), logger, Level.WARN, message, failure, arguments);
        var appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
