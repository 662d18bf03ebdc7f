package io.faceline.api.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/dead-letters}: what stages could not process, for the admin. */
final class LetterRoutes implements Routes {
    static final String PATH = "/api/v1/dead-letters";
    static final String ONE = PATH + "/{id}";

    private static final Logger LOG = LoggerFactory.getLogger(LetterRoutes.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int MAX_BODY_BYTES = 4096;

    private final Access access;
    private final HealthCheck read;
    private final LetterTable table;
    private final ResendTopics topics;
    private final ResendLetters resend;
    private final Supplier<LetterRecords> clients;
    private final Executor oneByOne;

    /** @param oneByOne runs one task at a time, which waits for Kafka; rejects tasks beyond its capacity */
    LetterRoutes(
            Access access,
            HealthCheck read,
            LetterTable table,
            ResendTopics topics,
            ResendLetters resend,
            Supplier<LetterRecords> clients,
            Executor oneByOne) {
        this.access = access;
        this.read = read;
        this.table = table;
        this.topics = topics;
        this.resend = resend;
        this.clients = clients;
        this.oneByOne = oneByOne;
    }

    /** @param next the cursor of the next page; null at the end */
    record Page(List<LetterView> items, @Nullable String next) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list)
                .post(PATH + "/resend", this::resendAll)
                .get(ONE, this::one)
                .get(ONE + "/content", this::content)
                .post(ONE + "/resend", this::resendOne);
    }

    private void list(Context context) {
        requireAdmin(context);
        var limit = ListParameters.limit(context);
        var isAsked = asked(
                Optional.ofNullable(context.queryParam("stage")), Optional.ofNullable(context.queryParam("topic")));
        var found = cursor(context)
                .map(table::before)
                .orElseGet(table::all)
                .filter(isAsked)
                .limit(limit + 1L)
                .map(letter -> LetterView.of(letter, topics))
                .toList();
        var isLast = found.size() <= limit;
        var items = isLast ? found : found.subList(0, limit);
        answer(
                context,
                new Page(
                        items,
                        isLast
                                ? null
                                : ListParameters.cursor(
                                        "letter", items.get(limit - 1).id())));
    }

    private static Optional<Long> cursor(Context context) {
        return ListParameters.cursor(context)
                .map(parts -> LetterHeaders.number(parts.get(1)).orElseThrow(ListParameters::invalidCursor));
    }

    private Predicate<KnownLetter> asked(Optional<String> stage, Optional<String> topic) {
        return letter ->
                stage.filter(name -> !name.equals(letter.note().stage())).isEmpty()
                        && topic.filter(name -> !name.equals(
                                        topics.shortName(letter.note().topic())))
                                .isEmpty();
    }

    private void one(Context context) {
        read(context, letter -> LetterContent.of(view(context), letter), shown -> answer(context, shown));
    }

    private LetterView view(Context context) {
        return LetterView.of(letter(context), topics);
    }

    private void content(Context context) {
        read(context, LetterContent::bytes, bytes -> keepPrivate(context)
                .contentType("application/octet-stream")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"dead-letter-" + letter(context).id() + ".bin\"")
                .result(bytes));
    }

    private <T> void read(Context context, Function<ConsumerRecord<byte[], byte[]>, T> read, Consumer<T> answer) {
        requireAdmin(context);
        var id = letter(context).id();
        inTurn(
                context,
                () -> {
                    try (var records = clients.get()) {
                        return records.letter(id).map(read).orElseThrow(LetterRoutes::noSuchLetter);
                    }
                },
                answer);
    }

    private void resendOne(Context context) {
        requireAdmin(context);
        var id = letter(context).id();
        var again = "true".equals(context.queryParam("again"));
        inTurn(context, () -> resend.send(id, again), letter -> answer(context, LetterView.of(letter, topics)));
    }

    private void resendAll(Context context) {
        requireAdmin(context);
        var body = body(context);
        var stage = text(body, "stage");
        var topic = text(body, "topic");
        if (stage.isEmpty() && topic.isEmpty()) {
            throw invalidBody();
        }
        inTurn(context, () -> resend.sendAll(asked(stage, topic)), resent -> answer(context, resent));
    }

    private static ObjectNode body(Context context) {
        var bytes = context.bodyAsBytes();
        if (bytes.length > MAX_BODY_BYTES) {
            throw new ProblemException(413, "TOO_MANY_BYTES", "the body may have at most " + MAX_BODY_BYTES + " bytes");
        }
        try {
            if (Mappers.JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw invalidBody();
        } catch (JsonProcessingException e) {
            throw invalidBody();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(ObjectNode body, String field) {
        body.fieldNames().forEachRemaining(name -> {
            if (!Set.of("stage", "topic").contains(name)) {
                throw invalidBody();
            }
        });
        var value = body.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw invalidBody();
        }
        return Optional.of(value.asText()).filter(text -> !text.isEmpty());
    }

    private static ProblemException invalidBody() {
        return new ProblemException(
                400,
                "BAD_REQUEST",
                "the body must be JSON with a stage, a topic or both: {\"stage\":\"matcher\",\"topic\":\"embeddings\"}");
    }

    private <T> void inTurn(Context context, Supplier<T> work, Consumer<T> answer) {
        context.future(() -> {
            try {
                return CompletableFuture.supplyAsync(() -> inTime(work), oneByOne)
                        .thenAccept(answer);
            } catch (RejectedExecutionException e) {
                throw ProblemException.later(
                        503, "BUSY", "too many letters are being read; try again in a moment", RETRY_AFTER);
            }
        });
    }

    private static <T> T inTime(Supplier<T> work) {
        try {
            return work.get();
        } catch (CompletionException | KafkaException e) {
            LOG.warn("event=dead_letter_not_sent cause=\"{}\"", e.getMessage());
            throw new ProblemException(
                    504, "TIMEOUT", "Kafka did not answer in time; a letter may have been sent. See /health");
        }
    }

    private KnownLetter letter(Context context) {
        return LetterHeaders.number(context.pathParam("id")).stream()
                .boxed()
                .findFirst()
                .flatMap(table::find)
                .orElseThrow(LetterRoutes::noSuchLetter);
    }

    static ProblemException noSuchLetter() {
        return new ProblemException(404, "NO_SUCH_LETTER", "there is no dead letter with this id, or none any more");
    }

    private void requireAdmin(Context context) {
        access.requireAdmin(context);
        if (!read.health().ready()) {
            throw ProblemException.later(
                    503, "NOT_READY", "dead letters are still being read; try again in a moment", RETRY_AFTER);
        }
    }

    private static Context keepPrivate(Context context) {
        return context.header("Cache-Control", "private, no-store");
    }

    private static void answer(Context context, Object value) {
        keepPrivate(context).json(value);
    }
}
