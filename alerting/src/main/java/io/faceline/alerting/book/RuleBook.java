package io.faceline.alerting.book;

import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules, lists, groups and mutes as of now, and what was erased. Immutable but for the erasure, thread-safe. */
public final class RuleBook {
    private final Map<RuleId, AlertRule> rules;
    private final Map<ListId, Set<PersonId>> lists;
    private final Map<GroupId, SourceGroup> groups;
    private final List<Mute> mutes;
    private final Erasure erasure;

    public RuleBook(
            Collection<AlertRule> rules,
            Collection<WatchList> lists,
            Collection<SourceGroup> groups,
            Collection<Mute> mutes,
            Erasure erasure) {
        this.rules = rules.stream().collect(Collectors.toMap(AlertRule::id, rule -> rule));
        this.lists = lists.stream().collect(Collectors.toMap(WatchList::id, list -> Set.copyOf(list.people())));
        this.groups = groups.stream().collect(Collectors.toMap(SourceGroup::id, group -> group));
        this.mutes = List.copyOf(mutes);
        this.erasure = erasure;
    }

    /** The rule, also if it is disabled; empty if it is deleted. */
    public Optional<AlertRule> rule(RuleId id) {
        return Optional.ofNullable(rules.get(id));
    }

    public Collection<AlertRule> rules() {
        return rules.values();
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

    public List<Mute> mutes() {
        return mutes;
    }

    public Erasure erasure() {
        return erasure;
    }

    /** The rules that are to judge a track: also those that know it and that it does not concern any more. */
    @SuppressWarnings("unused") // Narrowed next.
    public Collection<RuleId> concernedBy(TrackUpdate track) {
        return rules.keySet();
    }

    /** The rules that are to know what a camera does. */
    @SuppressWarnings("unused") // Narrowed next.
    public Collection<RuleId> concernedBy(CameraId camera) {
        return rules.keySet();
    }
}
