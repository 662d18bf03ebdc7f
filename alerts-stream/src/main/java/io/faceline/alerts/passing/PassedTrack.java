package io.faceline.alerts.passing;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was passed on of a track.
 *
 * @param update the last one
 * @param said hashes of the updates of its revision, the newest last: several may be made from one frame
 * @param rules that know the track
 * @param pictured the frame whose picture they have
 * @param at when the update was written
 */
record PassedTrack(
        TrackUpdate update,
        List<Integer> said,
        List<RuleId> rules,
        @OmittedIfAbsent @Nullable FrameId pictured,
        Instant at) {
    private static final int MAX_SAID = 20;

    PassedTrack {
        said = List.copyOf(said);
        rules = List.copyOf(rules);
    }

    static PassedTrack first(TrackUpdate update, List<RuleId> rules, @Nullable FrameId pictured, Instant at) {
        return new PassedTrack(update, List.of(hash(update)), rules, pictured, at);
    }

    PassedTrack then(TrackUpdate next, List<RuleId> known, @Nullable FrameId picture, Instant when) {
        var before = next.revision() == update.revision() ? said.stream() : Stream.<Integer>of();
        var all = Stream.concat(before, Stream.of(hash(next))).toList();
        return new PassedTrack(next, all.subList(Math.max(0, all.size() - MAX_SAID), all.size()), known, picture, when);
    }

    PassedTrack with(List<RuleId> known, @Nullable FrameId picture) {
        return new PassedTrack(update, said, known, picture, at);
    }

    /** After the person whom it names was deleted. */
    PassedTrack withoutPerson() {
        return new PassedTrack(update.unknown(), said, rules, pictured, at);
    }

    /** Whether this was passed on, or something later. */
    boolean hasSaid(TrackUpdate read) {
        return read.revision() < update.revision()
                || (read.revision() == update.revision() && (hasEnded() || said.contains(hash(read))));
    }

    boolean hasEnded() {
        return update.phase() == TrackPhase.END;
    }

    /** Of its text, which is the same in every process. */
    private static int hash(TrackUpdate update) {
        return update.toString().hashCode();
    }
}
