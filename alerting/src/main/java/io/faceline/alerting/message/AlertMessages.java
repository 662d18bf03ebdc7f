package io.faceline.alerting.message;

import io.faceline.contracts.Sha256;
import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.identity.PersonId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what receivers are told of alerts: no name and no picture unless the receiver's setting says so. Thread-safe. */
public final class AlertMessages {
    private static final String PAGE = "/alerts";
    private static final int DIGEST_HEX = 26;

    private final Names names;
    private final Optional<PictureLink> pictures;
    private final Optional<String> publicUrl;

    /**
     * @param pictures without, no message has a link to a picture
     * @param publicUrl of the installation, without a slash at its end
     */
    public AlertMessages(Names names, Optional<PictureLink> pictures, Optional<String> publicUrl) {
        this.names = names;
        this.pictures = pictures;
        this.publicUrl = publicUrl;
    }

    /** @param now when it is sent, for the picture's link */
    public AlertMessage of(MessageFacts facts, Instant now) {
        return of(facts, facts.alert().message(), now);
    }

    /** A test alert, whose message has this id. */
    public AlertMessage test(Receiver receiver, String id, Instant now) {
        var within = now.plusSeconds(receiver.deliverWithinSeconds());
        var facts = new MessageFacts(MessageType.TEST, receiver, TestAlerts.at(now), List.of(), within);
        return of(facts, id, now);
    }

    private AlertMessage of(MessageFacts facts, String id, Instant now) {
        var alert = facts.alert();
        var identity = Optional.ofNullable(alert.identity());
        var content = facts.receiver().content();
        return new AlertMessage(
                facts.type(),
                id,
                alert.id(),
                alert.revision(),
                alert.state(),
                alert.reason(),
                alert.changes(),
                facts.missed().stream()
                        .filter(news -> !alert.changes().contains(news))
                        .toList(),
                alert.priority(),
                new Named(alert.rule().value(), names.of(alert.rule()).orElse(null)),
                alert.kind(),
                subject(alert.subject(), content),
                alert.was() == null ? null : person(alert.was(), content),
                alert.scope().value(),
                alert.source(),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.zone(),
                local(alert.lastSeen(), alert.zone()),
                facts.expiresAt(),
                alert.openedAt(),
                alert.writtenAt(),
                alert.ageMillis(),
                alert.late(),
                alert.secondsInView(),
                identity.map(AlertIdentity::decision).orElse(null),
                identity.map(AlertIdentity::similarity).orElse(null),
                identity.map(AlertIdentity::threshold).orElse(null),
                identity.map(AlertIdentity::modelId).orElse(null),
                alert.count(),
                alert.level(),
                alert.acknowledged(),
                alert.muted(),
                alert.replaces(),
                picture(facts, now));
    }

    private Named subject(AlertSubject subject, ReceiverContent content) {
        var name = subject.person().filter(person -> isNamed(content)).flatMap(names::of);
        return new Named(subject.value(), name.orElse(null));
    }

    private Named person(PersonId person, ReceiverContent content) {
        return new Named(person.value(), isNamed(content) ? names.of(person).orElse(null) : null);
    }

    private static boolean isNamed(ReceiverContent content) {
        return switch (content) {
            case NAMES, PICTURES -> true;
            case IDS, UNKNOWN -> false;
        };
    }

    private @Nullable String picture(MessageFacts facts, Instant now) {
        var alert = facts.alert();
        if (facts.receiver().content() != ReceiverContent.PICTURES
                || alert.shot() == null
                || facts.type() == MessageType.ERASED) {
            return null;
        }
        return publicUrl
                .flatMap(url -> pictures.map(
                        link -> url + link.pathTo(alert.id(), facts.receiver().id(), now)))
                .orElse(null);
    }

    private static @Nullable OffsetDateTime local(Instant look, String zone) {
        try {
            return look.atZone(ZoneId.of(zone)).toOffsetDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * Several alerts in one message.
     *
     * @param facts at least one
     */
    public DigestMessage digest(DigestMessage.Because because, List<MessageFacts> facts, Instant now) {
        var looks = facts.stream().map(each -> each.alert().lastSeen()).sorted().toList();
        return new DigestMessage(
                MessageType.DIGEST,
                digestId(facts),
                because,
                facts.size(),
                looks.get(0),
                looks.get(looks.size() - 1),
                publicUrl.map(url -> url + PAGE).orElse(null),
                because == DigestMessage.Because.BATCH ? each(facts, now) : List.of());
    }

    private List<AlertMessage> each(List<MessageFacts> facts, Instant now) {
        return facts.stream()
                .sorted(Comparator.comparing(each -> each.alert().lastSeen()))
                .limit(DigestMessage.MAX_ALERTS)
                .map(each -> of(each, now))
                .toList();
    }

    /** The same for the same revisions of the same alerts. */
    private static String digestId(List<MessageFacts> facts) {
        var all = facts.stream().map(each -> each.alert().message()).sorted().collect(Collectors.joining("\n"));
        return "digest-" + HexFormat.of().formatHex(Sha256.of(all)).substring(0, DIGEST_HEX);
    }
}
