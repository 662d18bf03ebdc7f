package io.faceline.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class OncePerMinuteTest {
    /** Of Kafka's client library, which the broker uses as well; it writes a line for each connection without a login. */
    private static final String OF_CONNECTIONS = "org.apache.kafka.common.network.Selector";

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void connectionsWithoutALogin_areALineAMinute_whoeverConnectsHowOften() throws JoranException {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(OncePerMinuteTest.class.getResource("/logback.xml"));
        append();

        refuse(1000);

        assertThat(lines.list).hasSize(1);
    }

    @Test
    void nextMinute_hasALineAgain_andWhatIsNotLoggedCountsAsNone() {
        var now = new AtomicLong();
        var filter = new OncePerMinute(now::get);
        filter.setLogger(OF_CONNECTIONS);
        context.addTurboFilter(filter);
        context.getLogger(OF_CONNECTIONS).setLevel(Level.WARN);
        append();

        logger().info("not logged");
        assertThat(logger().isWarnEnabled()).isTrue();
        refuse(2);
        context.getLogger("io.faceline.Other").warn("of another logger");
        assertThat(lines.list).hasSize(2);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        refuse(2);

        assertThat(lines.list).hasSize(3);
    }

    private void append() {
        lines.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(lines);
    }

    private void refuse(int count) {
        for (var i = 0; i < count; i++) {
            logger().warn("Unexpected error from {}; closing connection", i, new InvalidRequestException("no login"));
        }
    }

    private Logger logger() {
        return context.getLogger(OF_CONNECTIONS);
    }
}
