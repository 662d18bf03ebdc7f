package io.faceline.systemtests.alertchaos;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.rule.RuleId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Compares what is in {@code alerts} with the scene, and with what the judge says of the committed tracks. What depends on the
 * clock alone is left out: ends, counts and better shots.
 */
final class AlertChecks {
    private static final Set<AlertNews> TELLING = EnumSet.of(
            AlertNews.OPENED,
            AlertNews.REOPENED,
            AlertNews.NAME_SURER,
            AlertNews.NAME_CORRECTED,
            AlertNews.LEVEL,
            AlertNews.ERASED);

    /** The opening track depends on which source is read first. */
    private static final Set<RuleId> OF_SEVERAL_SOURCES = Set.of(new RuleId("grace-once"));

    private final AlertEvidence evidence;
    private final List<String> violations = new ArrayList<>();

    AlertChecks(AlertEvidence evidence) {
        this.evidence = evidence;
    }

    List<String> violations() {
        checkRevisions();
        checkScene();
        checkJudge();
        return List.copyOf(violations);
    }

    private void checkRevisions() {
        evidence.byAlert().forEach((id, revisions) -> {
            var numbers = revisions.stream().map(Alert::revision).toList();
            var wanted = LongStream.rangeClosed(1, revisions.size()).boxed().toList();
            if (!numbers.equals(wanted)) {
                violations.add("revisions of " + described(revisions) + " are " + numbers);
            }
            var opened = revisions.stream()
                    .filter(revision -> revision.changes().contains(AlertNews.OPENED))
                    .map(Alert::revision)
                    .toList();
            if (!opened.equals(List.of(1L))) {
                violations.add("alert " + described(revisions) + " opens in revisions " + opened);
            }
        });
    }

    private void checkScene() {
        var isCut = evidence.isCut();
        var counts = evidence.byAlert().values().stream()
                .collect(Collectors.groupingBy(
                        revisions ->
                                revisions.get(0).rule() + " " + revisions.get(0).subject(),
                        Collectors.counting()));
        var known = new ArrayList<String>();
        for (var expected : Scene.expected()) {
            var key = expected.rule() + " " + expected.subject();
            known.add(key);
            var found = counts.getOrDefault(key, 0L);
            if (found != expected.alerts() && !(isCut && expected.isOfTracks())) {
                violations.add("alerts of " + key + ": " + found + " instead of " + expected.alerts());
            }
        }
        counts.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> violations.add("nobody expects an alert of " + key));
        if (!isCut) {
            checkCorrected();
        }
    }

    private void checkCorrected() {
        var corrected = evidence.alerts().stream()
                .filter(alert -> alert.reason() == AlertReason.CORRECTED)
                .filter(alert -> alert.changes().contains(AlertNews.NAME_CORRECTED))
                .collect(Collectors.groupingBy(alert -> alert.rule().value(), Collectors.summingInt(any -> 1)));
        if (!corrected.equals(Scene.corrected())) {
            violations.add("corrected are " + corrected + " instead of " + Scene.corrected());
        }
    }

    private void checkJudge() {
        var judged = PlainJudge.alerts(evidence.tracks()).stream()
                .filter(alert -> !OF_SEVERAL_SOURCES.contains(alert.rule()))
                .collect(Collectors.groupingBy(Alert::id, LinkedHashMap::new, Collectors.toList()));
        var written = new LinkedHashMap<>(evidence.byAlert());
        written.values()
                .removeIf(revisions ->
                        OF_SEVERAL_SOURCES.contains(revisions.get(0).rule()));
        judged.forEach((id, revisions) -> compare(id, revisions, written));
        written.forEach((id, revisions) -> {
            if (!judged.containsKey(id)) {
                violations.add("the judge knows nothing of " + described(revisions));
            }
        });
    }

    private void compare(AlertId id, List<Alert> judged, Map<AlertId, List<Alert>> all) {
        var written = all.getOrDefault(id, List.of());
        if (written.isEmpty()) {
            violations.add("missing is " + described(judged));
        } else if (!told(written).equals(told(judged))) {
            violations.add(described(written) + " tells " + told(written) + " instead of " + told(judged));
        }
    }

    private static List<AlertNews> told(List<Alert> revisions) {
        return revisions.stream()
                .flatMap(revision -> revision.changes().stream())
                .filter(TELLING::contains)
                .sorted()
                .toList();
    }

    private static String described(List<Alert> revisions) {
        var first = revisions.get(0);
        return first.id() + " (" + first.rule() + ", " + first.subject() + ", " + first.scope() + ", " + first.tracks()
                + ")";
    }
}
