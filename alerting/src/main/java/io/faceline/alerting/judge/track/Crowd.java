package io.faceline.alerting.judge.track;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.identity.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many unknown people were told of at a source, and how many are in the crowd beyond.
 *
 * @param opened looks at which alerts of the last hour opened
 * @param alert of the crowd; absent while there is none
 * @param people of the crowd
 * @param last look at the crowd
 * @param isFilm whether the looks have the time of a film
 * @param judgedAt by the clock of this machine, when it was judged
 * @param countedAt by the clock of this machine, when their number was written last
 */
record Crowd(
        String source,
        SessionId session,
        AlertScope scope,
        List<Instant> opened,
        @OmittedIfAbsent @Nullable AlertId alert,
        long people,
        Instant last,
        boolean isFilm,
        Instant judgedAt,
        Instant countedAt) {
    private static final Duration WINDOW = Duration.ofHours(1);

    Crowd {
        opened = List.copyOf(opened);
    }

    static Crowd none(String source, SessionId session, AlertScope scope) {
        return new Crowd(
                source,
                session,
                scope,
                List.of(),
                null,
                0,
                Instant.EPOCH,
                !session.isCamera(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    String key() {
        return source + "|" + scope;
    }

    /** Whether another unknown person belongs to the crowd. */
    boolean isFull(int lid, Instant look) {
        return within(look).size() >= lid;
    }

    private List<Instant> within(Instant look) {
        return opened.stream().filter(each -> each.isAfter(look.minus(WINDOW))).toList();
    }

    Crowd opened(Instant look) {
        var all = new ArrayList<>(within(look));
        all.add(look);
        return new Crowd(source, session, scope, all, alert, people, last, isFilm, judgedAt, countedAt);
    }

    Crowd formed(AlertId its, Instant look, Instant now) {
        return new Crowd(source, session, scope, opened, its, 1, look, isFilm, now, now);
    }

    Crowd joined() {
        return new Crowd(source, session, scope, opened, alert, people + 1, last, isFilm, judgedAt, countedAt);
    }

    Crowd seen(Instant look, Instant now) {
        var latest = look.isAfter(last) ? look : last;
        return new Crowd(source, session, scope, opened, alert, people, latest, isFilm, now, countedAt);
    }

    Crowd counted(Instant now) {
        return new Crowd(source, session, scope, opened, alert, people, last, isFilm, judgedAt, now);
    }

    Crowd dissolved() {
        return new Crowd(source, session, scope, opened, null, 0, last, isFilm, judgedAt, countedAt);
    }
}
