package io.faceline.alerting.book;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules, lists, groups and mutes as of now, and what was erased. Immutable but for the erasure, thread-safe. */
public final class RuleBook {
    private final Map<RuleId, AlertRule> rules;
    private final Map<ListId, Set<PersonId>> lists;
    private final Map<GroupId, SourceGroup> groups;
    private final Map<GroupId, Set<String>> members;
    private final List<Mute> mutes;
    private final Erasure erasure;
    /** Made when it is asked for first: judges do not. */
    private volatile @Nullable TrackConcern concern;

    public RuleBook(
            Collection<AlertRule> rules,
            Collection<WatchList> lists,
            Collection<SourceGroup> groups,
            Collection<Mute> mutes,
            Erasure erasure) {
        this.rules = rules.stream().collect(Collectors.toMap(AlertRule::id, rule -> rule));
        this.lists = lists.stream().collect(Collectors.toMap(WatchList::id, list -> Set.copyOf(list.people())));
        this.groups = groups.stream().collect(Collectors.toMap(SourceGroup::id, group -> group));
        members = groups.stream().collect(Collectors.toMap(SourceGroup::id, group -> Set.copyOf(group.sources())));
        this.mutes = List.copyOf(mutes);
        this.erasure = erasure;
    }

    private RuleBook(AlertRule rule, RuleBook others) {
        rules = Map.of(rule.id(), rule);
        lists = others.lists;
        groups = others.groups;
        members = others.members;
        mutes = List.of();
        erasure = others.erasure;
    }

    /** A book of this rule alone, with the same lists and groups, and nothing muted. */
    public RuleBook withOnly(AlertRule rule) {
        return new RuleBook(rule, this);
    }

    /** The rule, also if it is disabled; empty if it is deleted. */
    public Optional<AlertRule> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id));
    }

    public Collection<AlertRule> rules() {
        return rules.values();
    }

    /** Whether a rule is judged by: this version and this Java understand it, and the list that it is about exists. */
    public boolean isUsable(AlertRule rule) {
        return rule.isUsable()
                && list(rule.who()).filter(list -> !lists.containsKey(list)).isEmpty();
    }

    private static Optional<ListId> list(RuleSubject who) {
        if (who instanceof RuleSubject.Listed listed) {
            return Optional.of(listed.list());
        }
        if (who instanceof RuleSubject.NotListed others) {
            return Optional.of(others.list());
        }
        if (who instanceof RuleSubject.Together together) {
            return Optional.of(together.list());
        }
        return who instanceof RuleSubject.Absent absent ? Optional.ofNullable(absent.list()) : Optional.empty();
    }

    /** Enabled rules that judge nothing since they are not usable. */
    public List<AlertRule> unusable() {
        return rules.values().stream()
                .filter(rule -> rule.enabled() && !isUsable(rule))
                .sorted(Comparator.comparing(rule -> rule.id().value()))
                .toList();
    }

    public boolean isOnList(ListId list, PersonId person) {
        return lists.getOrDefault(list, Set.of()).contains(person);
    }

    public Set<PersonId> people(ListId list) {
        return lists.getOrDefault(list, Set.of());
    }

    public Optional<SourceGroup> group(GroupId id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The sources of a group; none if there is no such group. */
    public Set<String> sources(GroupId group) {
        return members.getOrDefault(group, Set.of());
    }

    public List<Mute> mutes() {
        return mutes;
    }

    public Erasure erasure() {
        return erasure;
    }

    /** The rules that are to judge a track: those of its place that it names or named somebody for. */
    public Collection<RuleId> concernedBy(TrackUpdate track) {
        return concern().of(track);
    }

    private TrackConcern concern() {
        var known = concern;
        if (known == null) {
            known = new TrackConcern(this, lists);
            concern = known;
        }
        return known;
    }

    /** The rules that are to know what a camera does. */
    public Collection<RuleId> concernedBy(CameraId camera) {
        return rules.values().stream()
                .filter(this::isUsable)
                .filter(rule ->
                        rule.who() instanceof RuleSubject.CameraDown || rule.who() instanceof RuleSubject.Absent)
                .filter(rule -> isAt(rule.where(), camera.source(), camera.session()))
                .map(AlertRule::id)
                .toList();
    }

    /**
     * Whether a source is a place of a rule.
     *
     * @param session of the source's frames: that of a camera, or a visitor's
     */
    public boolean isAt(RulePlaces where, String source, SessionId session) {
        if (!session.isCamera()) {
            return where.jobs().contains(source) || where.jobs().contains(RulePlaces.ALL_JOBS);
        }
        return where.isEverywhere()
                || where.sources().contains(source)
                || where.groups().stream().anyMatch(group -> sources(group).contains(source));
    }

    /**
     * What has alerts of its own at a source. A film always has: its looks have another time.
     *
     * @return none if the source is no place of the rule; several if it is in several groups
     */
    public List<AlertScope> scopes(RulePlaces where, String source, SessionId session) {
        if (!isAt(where, source, session)) {
            return List.of();
        }
        if (session.isCamera() && where.per() == AlertBreadth.EVERYWHERE) {
            return List.of(AlertScope.EVERYWHERE);
        }
        var own = List.of(AlertScope.ofSource(source));
        if (!session.isCamera() || where.per() != AlertBreadth.GROUP) {
            return own;
        }
        var inGroups = (where.groups().isEmpty() ? groups.keySet() : where.groups())
                .stream()
                        .filter(group -> sources(group).contains(source))
                        .map(AlertScope::of)
                        .sorted(Comparator.comparing(AlertScope::value))
                        .toList();
        return inGroups.isEmpty() ? own : inGroups;
    }

    /**
     * Whether an alert is not to be told now.
     *
     * @param source where it was last seen; null if it has none
     */
    public boolean isMuted(
            RuleId rule, AlertSubject subject, @Nullable String source, AlertScope scope, AlertId alert, Instant now) {
        return mutes.stream()
                .filter(mute -> !now.isBefore(mute.from()) && now.isBefore(mute.until()))
                .filter(mute -> mute.rule() == null || mute.rule().equals(rule))
                .filter(mute -> mute.subject() == null || mute.subject().equals(subject))
                .filter(mute -> mute.alert() == null || mute.alert().equals(alert))
                .filter(mute -> mute.source() == null || mute.source().equals(source))
                .anyMatch(mute -> mute.group() == null || isIn(mute.group(), source, scope));
    }

    private boolean isIn(GroupId group, @Nullable String source, AlertScope scope) {
        return scope.equals(AlertScope.of(group))
                || (source != null && sources(group).contains(source));
    }
}
