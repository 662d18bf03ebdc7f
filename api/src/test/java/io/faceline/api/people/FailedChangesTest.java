package io.faceline.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Errors never contain the name of a person. */
class FailedChangesTest {
    private static final String PERSON = "/api/v1/people/a";
    private static final String NAME = "Zoë Nightingale";
    private static final String RENAME = "{\"name\":\"" + NAME + "\"}";

    private final PeopleServer server = new PeopleServer();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        server.addOfAda("a", NAME);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        server.close();
    }

    @Test
    void refusedChange_isToldInTheMatchersWords() {
        server.matcher.refuse("person a was merged into b; name that one");

        var answer = server.ada("PATCH", PERSON, RENAME);

        assertThat(answer.problem()).isEqualTo("409 CHANGE_REFUSED");
        assertThat(answer.json().path("detail").asText()).isEqualTo("person a was merged into b; name that one");
    }

    @Test
    void changeWithoutAnswer_timesOut() {
        server.matcher.fail(new TimeoutException());

        assertThat(server.ada("DELETE", PERSON, "").problem()).isEqualTo("504 TIMEOUT");
    }

    @Test
    void names_areInNoErrorAndNoLog() {
        var bodies = new ArrayList<String>();

        bodies.add(server.ada("PATCH", PERSON, "{\"name\":\"" + NAME + "\\n\"x").text());
        bodies.add(server.ada("PATCH", PERSON, "{\"name\":\"" + NAME + NAME.repeat(20) + "\"}")
                .text());
        bodies.add(server.ada("PATCH", PERSON, "{\"name\":[\"" + NAME + "\"]}").text());
        bodies.add(server.ada("POST", "/api/v1/people/import", "{\"id\":\"b\",\"name\":\"" + NAME + "\"}")
                .text());
        bodies.add(server.ada("POST", "/api/v1/people/import", "{\"id\":\"" + NAME + "\",\"photos\":\"" + NAME + "\"}")
                .text());
        bodies.add(server.bob("PATCH", PERSON, RENAME).text());
        server.matcher.refuse("no");
        bodies.add(server.ada("PATCH", PERSON, RENAME).text());
        server.matcher.fail(new IllegalStateException("a bug"));
        bodies.add(server.ada("PATCH", PERSON, RENAME).text());

        assertThat(bodies).allSatisfy(body -> assertThat(body).isNotEmpty().doesNotContain("Nightingale"));
        assertThat(logged()).anySatisfy(line -> assertThat(line).contains("a bug"));
        assertThat(logged()).allSatisfy(line -> assertThat(line)
                .doesNotContain("Nightingale")
                .doesNotContain(server.ada.reveal())
                .doesNotContain(server.bob.reveal()));
    }

    private List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }
}
