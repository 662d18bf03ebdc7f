package io.faceline.alerting.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.delivery.ReceiverId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlertMessagesTest {
    private static final Pattern QUERY = Pattern.compile("receiver=door&expires=(\\d+)&signature=([A-Za-z0-9_-]+)");

    @Test
    void nameAndPicture_areToldOnly_ifTheReceiverGetsThem() {
        assertThat(message(ReceiverContent.IDS).subject().name()).isNull();
        assertThat(message(ReceiverContent.UNKNOWN).subject().name()).isNull();
        assertThat(message(ReceiverContent.IDS).picture()).isNull();
        assertThat(message(ReceiverContent.NAMES).subject().name()).isEqualTo("Ada");
        assertThat(message(ReceiverContent.NAMES).picture()).isNull();
        assertThat(message(ReceiverContent.PICTURES).picture())
                .startsWith("https://faceline.example/api/v1/alerts/mfrggzdfmztwq2lknnwg23tpoa/picture?receiver=door&");
    }

    @Test
    void pictureLink_isValidForAnHour_forItsAlertAndReceiver() {
        var seen = TestMessages.SEEN;
        var alert = TestMessages.alert().id();
        var door = new ReceiverId("door");
        var query = QUERY.matcher(URI.create(
                        Objects.requireNonNull(message(ReceiverContent.PICTURES).picture()))
                .getQuery());

        assertThat(query.matches()).isTrue();
        var expires = Long.parseLong(query.group(1));
        var signature = query.group(2);
        var link = TestMessages.LINK;
        assertThat(link.verify(alert, door, expires, signature, seen)).isTrue();
        assertThat(link.verify(alert, door, expires, signature, seen.plus(Duration.ofHours(1))))
                .isFalse();
        assertThat(link.verify(alert, new ReceiverId("other"), expires, signature, seen))
                .isFalse();
        assertThat(link.verify(alert, door, expires + 1, signature, seen.plusSeconds(10)))
                .isFalse();
    }

    @Test
    void digest_hasTheSameId_inEachAttempt() {
        var facts = TestMessages.facts(ReceiverContent.IDS);
        var messages = TestMessages.messages("Ada");

        var first = messages.digest(DigestMessage.Because.BATCH, List.of(facts), TestMessages.SEEN);
        var again = messages.digest(DigestMessage.Because.BATCH, List.of(facts), TestMessages.SEEN.plusSeconds(9));

        assertThat(first.id()).isEqualTo(again.id()).matches("digest-[0-9a-f]{26}");
        assertThat(first.count()).isEqualTo(1);
        assertThat(first.alerts()).hasSize(1);
    }

    @Test
    void missed_isWhatTheRevisionDoesNotSayItself() {
        var facts = new MessageFacts(
                MessageType.OPENED,
                TestMessages.receiver(ReceiverContent.IDS),
                TestMessages.alert(),
                List.of(AlertNews.OPENED, AlertNews.LEVEL),
                TestMessages.SEEN);

        assertThat(TestMessages.messages("Ada").of(facts, TestMessages.SEEN).missed())
                .containsExactly(AlertNews.LEVEL);
    }

    @Test
    void testAlert_saysThatItIsOne() {
        var test = TestMessages.messages("Ada")
                .test(TestMessages.receiver(ReceiverContent.PICTURES), "test-1", TestMessages.SEEN);

        assertThat(test.type().text()).isEqualTo("alert.test");
        assertThat(test.id()).isEqualTo("test-1");
        assertThat(test.picture()).isNull();
    }

    private static AlertMessage message(ReceiverContent content) {
        return TestMessages.messages("Ada").of(TestMessages.facts(content), TestMessages.SEEN);
    }
}
