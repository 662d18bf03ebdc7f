package io.faceline.systemtests.browser;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertReason;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.catalog.ModelRole;
import io.faceline.contracts.delivery.LatePolicy;
import io.faceline.contracts.delivery.ReceiverContent;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.Rejection;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.SourceRole;
import io.faceline.tracking.summary.UncertainSighting.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the page has a text for every key it uses and every code of the server, and no unused ones. */
class WordsTest {
    private static final List<String> PAGES =
            List.of("recognize", "videos", "live", "cameras", "alerts", "rules", "people", "status", "help");
    private static final List<String> POSES = PageSources.listed("people/capture-rules.js", "export const POSES = [");
    private static final List<String> TOPICS = PageSources.listed("help/help-page.js", "const TOPICS = [");
    private static final List<String> TOUR = List.of("recognize", "add", "video", "live", "private");
    private static final List<String> SCOPES = lowerCase(new Scope[] {Scope.SESSION, Scope.SHARED});
    private static final List<String> DEFINITIONS = List.of("lists", "groups", "receivers");
    private static final List<String> GROUPS = List.of("people", "uncertain", "unknown", "rest");
    /** The reasons to reject a frame during capture; a missing face has no pose. */
    private static final List<String> CAPTURE_PROBLEMS = List.of(
            "NO_FACE",
            "SEVERAL_FACES",
            "CUT_OFF",
            "SMALL_FACE",
            "LOW_BRIGHTNESS",
            "TOO_BRIGHT",
            "EXTREME_POSE",
            "LOW_SHARPNESS",
            "LOW_CONFIDENCE",
            "TURNED",
            "COVERED",
            "COVERED_EYES",
            "UNCLEAR");

    /** Keys built at run time, by template, with their values. */
    private static final Map<String, List<String>> MADE = Map.ofEntries(
            entry("page.{}", PAGES),
            entry("page.{}.what", PAGES),
            entry("help.{}", TOPICS),
            entry("help.{}.text", TOPICS),
            entry("tour.{}", TOUR),
            entry("tour.{}.text", TOUR),
            entry("pose.{}", POSES),
            entry("capture.ask.{}", POSES),
            entry("capture.{}", CAPTURE_PROBLEMS),
            entry("scope.{}", SCOPES),
            entry("people.{}", SCOPES),
            entry("people.{}What", SCOPES),
            entry("people.{}Empty", SCOPES),
            entry("people.{}EmptyWhat", SCOPES),
            entry("drop.{}Hint", List.of("image", "video")),
            entry("camera.{}", List.of("notSecure", "noCamera", "noPermission", "inUse")),
            entry("live.{}", List.of("shown", "recognized", "delay", "dropped")),
            entry(
                    "status.{}",
                    List.of(
                            "in",
                            "detect",
                            "embed",
                            "match",
                            "out",
                            "perSecond",
                            "millis",
                            "inFlight",
                            "delayLive",
                            "delayBulk",
                            "dropped",
                            "failed",
                            "cameras",
                            "jobs",
                            "gallery")),
            entry("status.reason.{}", reasonsOfEnds()),
            entry("cameras.condition.{}", conditions()),
            entry("cameras.help.{}", conditions()),
            entry("cameras.notice.{}", names(CameraNotice.values())),
            entry("cameras.noticeDo.{}", names(CameraNotice.values())),
            entry("cameras.dropped.{}", reasonsToLeaveOut()),
            entry(
                    "cameras.figure.{}",
                    List.of(
                            "arriving",
                            "delay",
                            "size",
                            "codec",
                            "received",
                            "taken",
                            "answered",
                            "dropped",
                            "failed",
                            "reconnects")),
            entry("cameras.signIn.{}", List.of("keep", "none", "password", "secret")),
            entry("cameras.fact.{}", List.of("size", "rate", "codec", "keyFrames", "opened")),
            entry(
                    "cameras.field.{}",
                    List.of(
                            "framesPerSecond",
                            "maxWidth",
                            "useSubstream",
                            "keyFramesOnly",
                            "smallestFace",
                            "matchThreshold",
                            "motionGate",
                            "retentionHours")),
            entry("cameras.area.{}", List.of("x", "y", "w", "h", "motion", "faces")),
            entry("alerts.reason.{}", names(AlertReason.values())),
            entry("alerts.by.{}", List.of("rule", "list", "person", "source")),
            entry("alerts.last.{}", List.of("any", "hour", "day", "week", "span")),
            entry("alerts.{}", List.of("from", "to")),
            entry("alerts.mute.{}", List.of("alert", "rule", "subject", "source")),
            entry(
                    "alerts.fact.{}",
                    List.of(
                            "where",
                            "first",
                            "lastLook",
                            "inView",
                            "rule",
                            "person",
                            "similarity",
                            "looks",
                            "replaces",
                            "acknowledged")),
            entry("{}.new", DEFINITIONS),
            entry("{}.formWhat", DEFINITIONS),
            entry("{}.deleteWhat", DEFINITIONS),
            entry("rules.section.{}", List.of("rules", "lists", "groups", "receivers", "mutes")),
            entry("rules.part.{}", List.of("who", "where", "when", "sure", "often")),
            entry("rules.kind.{}", PageSources.listed("rules/rule-fields.js", "export const KINDS = [")),
            entry("rules.per.{}", known(AlertBreadth.values())),
            entry("rules.first.{}", known(FirstOnly.values())),
            entry("rules.priority.{}", known(RulePriority.values())),
            entry("groups.role.{}", known(SourceRole.values())),
            entry("receivers.kind.{}", List.of("webhook", "mqtt")),
            entry("receivers.key.{}", List.of("keep", "generate", "typed", "named", "none")),
            entry("receivers.content.{}", known(ReceiverContent.values())),
            entry("receivers.gets.{}", known(ReceiverContent.values())),
            entry("receivers.priority.{}", known(RulePriority.values())),
            entry("receivers.late.{}", known(LatePolicy.values())),
            entry("receivers.state.{}", List.of("up", "down", "off", "disabled", "untried")),
            entry("receivers.failed.{}", List.of("EXPIRED", "SET_ASIDE")),
            entry("letters.fact.{}", List.of("at", "cause", "message", "place", "key", "frame", "size")),
            entry("role.{}", lowerCase(ModelRole.values())),
            entry("reason.{}", names(Reason.values())),
            entry("rejection.{}", names(Rejection.values())),
            entry("weakness.{}", names(Weakness.values())),
            entry("problem.{}", names(FailureCode.values())),
            entry("job.{}", Stream.concat(GROUPS.stream(), shownStates()).toList()),
            entry("job.{}What", GROUPS),
            entry("find.order.{}", List.of("time", "duration", "similarity")),
            entry("cause.{}", names(Cause.values())));

    /** The pattern of a key: a section, a dot and a name. */
    private static final Pattern KEY = Pattern.compile("'([a-z]+\\.[A-Za-z0-9_.]+)'");

    private static final Pattern TEMPLATE = Pattern.compile("\\b(?:t|has|textOfCode)\\(`([^`]+)`");
    private static final Pattern VALUE = Pattern.compile("\\$\\{(?:[^{}]|\\{[^}]*})*}");

    @Test
    void keysInScripts_haveWords() {
        assertThat(wordless(writtenKeys())).isEmpty();
    }

    @Test
    void templatesOfKeys_areAllListedHere() {
        assertThat(MADE.keySet()).containsExactlyInAnyOrderElementsOf(templates());
    }

    @Test
    void keysMadeOfWhatTheServerTells_haveWords() {
        assertThat(wordless(madeKeys())).isEmpty();
    }

    @Test
    void words_areAllSaid() {
        var said = new TreeSet<>(writtenKeys());
        said.addAll(madeKeys());

        var unsaid = PageSources.keys();
        unsaid.removeAll(said);
        assertThat(unsaid)
                // Any problem code of the server.
                .allMatch(key -> key.startsWith("problem."));
    }

    private static Set<String> wordless(Set<String> keys) {
        var wordless = new TreeSet<>(keys);
        wordless.removeAll(PageSources.keys());
        return wordless;
    }

    private static Set<String> writtenKeys() {
        var sections = new TreeSet<String>();
        PageSources.keys().forEach(key -> sections.add(key.substring(0, key.indexOf('.'))));
        var keys = PageSources.inScripts(KEY);
        keys.removeIf(key -> !sections.contains(key.substring(0, key.indexOf('.'))));
        return keys;
    }

    private static Set<String> templates() {
        var templates = new TreeSet<String>();
        PageSources.inScripts(TEMPLATE)
                .forEach(template -> templates.add(VALUE.matcher(template).replaceAll("{}")));
        return templates;
    }

    private static Set<String> madeKeys() {
        var keys = new TreeSet<String>();
        MADE.forEach((template, values) -> values.forEach(value -> keys.add(template.replace("{}", value))));
        return keys;
    }

    /** As in the metrics of the pipeline. */
    private static List<String> reasonsOfEnds() {
        return Stream.of(names(DropReason.values()), names(FailureCode.values()), List.of("FRAME_LOST"))
                .flatMap(List::stream)
                .toList();
    }

    /** As the page shows them: three more are of what it sees itself. */
    private static List<String> conditions() {
        return Stream.of(names(CameraCondition.values()), List.of("STALE", "UNREAD", "LOST"))
                .flatMap(List::stream)
                .toList();
    }

    /** As in the figures of a camera. */
    private static List<String> reasonsToLeaveOut() {
        return Stream.of(names(DropReason.values()), List.of("DAMAGED", "BEHIND", "REPEATED"))
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<String> shownStates() {
        return Arrays.stream(JobState.values())
                .filter(state -> state != JobState.DELETED)
                .map(JobState::name);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Without what only a newer version writes. */
    private static List<String> known(Enum<?>[] values) {
        return names(values).stream().filter(name -> !name.equals("UNKNOWN")).toList();
    }

    private static List<String> lowerCase(Enum<?>[] values) {
        return names(values).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
