package io.faceline.alerting.judge.special.shared;

import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.RulePlaces;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The cameras and feeds of a rule, and what of them has alerts of its own. Film jobs are none of them. */
public record Places(RulePlaces where, RuleBook book) {
    public boolean include(CameraId camera) {
        return book.isAt(where, camera.source(), camera.session());
    }

    public List<AlertScope> scopes(String source) {
        return book.scopes(where, source, session(source));
    }

    /**
     * Every scope of the rule.
     *
     * @param known cameras that have been heard of
     */
    public List<AlertScope> all(Collection<CameraId> known) {
        if (where.per() == AlertBreadth.EVERYWHERE) {
            return List.of(AlertScope.EVERYWHERE);
        }
        return sources(known)
                .flatMap(source -> scopes(source).stream())
                .distinct()
                .toList();
    }

    /**
     * The cameras of a scope that were not deleted, in order of their ids.
     *
     * @param known cameras that have been heard of
     */
    public List<CameraId> cameras(AlertScope scope, Collection<CameraId> known) {
        return sources(known)
                .filter(source -> scopes(source).contains(scope))
                .flatMap(source -> CameraId.parse(source).stream())
                .toList();
    }

    /** Those that are named; if none is, those that are known. Without those that were deleted. */
    private Stream<String> sources(Collection<CameraId> known) {
        var all = new TreeSet<String>();
        if (where.isEverywhere()) {
            known.forEach(camera -> all.add(camera.source()));
        } else {
            all.addAll(where.sources());
            where.groups().forEach(group -> all.addAll(book.sources(group)));
        }
        return all.stream().filter(source -> !book.erasure().isDeletedSource(source));
    }

    private static SessionId session(String source) {
        return new SessionId(SessionId.CAMERA_PREFIX + source);
    }
}
