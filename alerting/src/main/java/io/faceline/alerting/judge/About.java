package io.faceline.alerting.judge;

import io.faceline.alerting.book.Erasure;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.util.Optional;

/** Names of people, sources and sessions in the keys of a judge's records: a letter, an equals sign and the id. */
final class About {
    private static final String PERSON = "p=";
    private static final String SOURCE = "s=";
    private static final String SESSION = "n=";
    private static final int PREFIX = 2;

    private About() {}

    static String of(PersonId person) {
        return PERSON + person;
    }

    static String source(String source) {
        return SOURCE + source;
    }

    static String of(SessionId session) {
        return SESSION + session;
    }

    /** The session of a name; empty if it is of something else. */
    static Optional<SessionId> session(String about) {
        return about.startsWith(SESSION) ? Optional.of(new SessionId(about.substring(PREFIX))) : Optional.empty();
    }

    /** Why what concerns it is erased; empty if it exists. */
    static Optional<AlertReason> erased(String about, Erasure erasure) {
        var id = about.substring(PREFIX);
        if (about.startsWith(PERSON)) {
            return reason(AlertReason.ERASED, erasure.isDeleted(new PersonId(id)));
        }
        var isGone = about.startsWith(SESSION) ? erasure.hasEnded(new SessionId(id)) : erasure.isDeletedSource(id);
        return reason(AlertReason.SOURCE_DELETED, isGone);
    }

    private static Optional<AlertReason> reason(AlertReason reason, boolean isGone) {
        return isGone ? Optional.of(reason) : Optional.empty();
    }
}
