package io.faceline.alerting;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleQuiet;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.SourceRole;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.schedule.DailySpan;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules, lists, groups and mutes of tests, and the book of them as of now. Not thread-safe. */
public final class TestRules {
    public static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<RuleId, AlertRule> rules = new HashMap<>();
    private final Map<ListId, WatchList> lists = new HashMap<>();
    private final Map<GroupId, SourceGroup> groups = new HashMap<>();
    private final Map<String, Mute> mutes = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    /** Absent if anything changed since it was made. */
    private @Nullable RuleBook made;

    /** A rule in the making, with the defaults of the form. */
    public static final class Builder {
        private final RuleId id;
        private final RuleSubject who;
        private long revision = 1;
        private boolean isEnabled = true;
        private RulePlaces where = RulePlaces.everywhere(AlertBreadth.SOURCE);
        private String zone = "Europe/Berlin";
        private List<DailySpan> hours = List.of();
        private RuleSureness sure;
        private RuleLimits limits = RuleLimits.DEFAULT;
        private RulePriority priority = RulePriority.NORMAL;
        private @Nullable RuleQuiet quiet;
        private @Nullable Integer reminderMinutes;

        private Builder(String id, RuleSubject who) {
            this.id = new RuleId(id);
            this.who = who;
            var isUnnamed = who instanceof RuleSubject.Stranger || who instanceof RuleSubject.NotListed;
            sure = isUnnamed ? RuleSureness.UNNAMED : RuleSureness.NAMED;
        }

        public Builder revision(long number) {
            revision = number;
            return this;
        }

        public Builder disabled() {
            isEnabled = false;
            return this;
        }

        public Builder at(String... sources) {
            where = new RulePlaces(List.of(sources), where.groups(), where.jobs(), where.per());
            return this;
        }

        public Builder in(String... names) {
            var ids = Arrays.stream(names).map(GroupId::new).toList();
            where = new RulePlaces(where.sources(), ids, where.jobs(), where.per());
            return this;
        }

        public Builder jobs(String... jobs) {
            where = new RulePlaces(where.sources(), where.groups(), List.of(jobs), where.per());
            return this;
        }

        public Builder per(AlertBreadth breadth) {
            where = new RulePlaces(where.sources(), where.groups(), where.jobs(), breadth);
            return this;
        }

        public Builder zone(String name) {
            zone = name;
            return this;
        }

        public Builder hours(String from, String to) {
            hours = List.of(new DailySpan(List.of(), LocalTime.parse(from), LocalTime.parse(to)));
            return this;
        }

        public Builder sure(RuleSureness sureness) {
            sure = sureness;
            return this;
        }

        public Builder after(double seconds) {
            sure = new RuleSureness(
                    seconds, sure.goodLooks(), sure.matches(), sure.similarity(), sure.uncertain(), sure.levels());
            return this;
        }

        public Builder matches(int looks) {
            sure = new RuleSureness(
                    sure.afterSeconds(), sure.goodLooks(), looks, sure.similarity(), sure.uncertain(), sure.levels());
            return this;
        }

        public Builder similarity(double least) {
            sure = new RuleSureness(
                    sure.afterSeconds(), sure.goodLooks(), sure.matches(), least, sure.uncertain(), sure.levels());
            return this;
        }

        public Builder uncertain() {
            sure = new RuleSureness(
                    sure.afterSeconds(), sure.goodLooks(), sure.matches(), sure.similarity(), true, sure.levels());
            return this;
        }

        public Builder levels(Integer... seconds) {
            sure = new RuleSureness(
                    sure.afterSeconds(),
                    sure.goodLooks(),
                    sure.matches(),
                    sure.similarity(),
                    sure.uncertain(),
                    List.of(seconds));
            return this;
        }

        public Builder hold(int seconds) {
            return limits(seconds, limits.silenceSeconds(), limits.longestSeconds(), limits.lid(), limits.first());
        }

        public Builder silence(int seconds) {
            return limits(limits.holdSeconds(), seconds, limits.longestSeconds(), limits.lid(), limits.first());
        }

        public Builder longest(int seconds) {
            return limits(limits.holdSeconds(), limits.silenceSeconds(), seconds, limits.lid(), limits.first());
        }

        public Builder lid(int lid) {
            return limits(limits.holdSeconds(), limits.silenceSeconds(), limits.longestSeconds(), lid, limits.first());
        }

        public Builder first(FirstOnly first) {
            return limits(limits.holdSeconds(), limits.silenceSeconds(), limits.longestSeconds(), limits.lid(), first);
        }

        public Builder dayBegins(String time) {
            limits = new RuleLimits(
                    limits.holdSeconds(),
                    limits.silenceSeconds(),
                    limits.longestSeconds(),
                    limits.lid(),
                    limits.first(),
                    LocalTime.parse(time));
            return this;
        }

        private Builder limits(int hold, int silence, int longest, int lid, FirstOnly first) {
            limits = new RuleLimits(hold, silence, longest, lid, first, limits.dayBegins());
            return this;
        }

        public Builder priority(RulePriority much) {
            priority = much;
            return this;
        }

        public Builder accompaniedBy(String list) {
            quiet = new RuleQuiet(new ListId(list), null, List.of(), 10);
            return this;
        }

        public Builder unlessSeen(String list, int minutes, String... at) {
            var places = Arrays.stream(at).map(GroupId::new).toList();
            quiet = new RuleQuiet(null, new ListId(list), places, minutes);
            return this;
        }

        public Builder reminder(int minutes) {
            reminderMinutes = minutes;
            return this;
        }

        public AlertRule build() {
            return new AlertRule(
                    id,
                    revision,
                    "Rule " + id,
                    isEnabled,
                    null,
                    who,
                    where,
                    zone,
                    hours,
                    sure,
                    limits,
                    priority,
                    quiet,
                    reminderMinutes,
                    null,
                    WRITTEN);
        }
    }

    public static Builder person(String id, String person) {
        return new Builder(id, new RuleSubject.Person(new PersonId(person)));
    }

    public static Builder listed(String id, String list) {
        return new Builder(id, new RuleSubject.Listed(new ListId(list)));
    }

    public static Builder stranger(String id) {
        return new Builder(id, new RuleSubject.Stranger());
    }

    public static Builder notListed(String id, String list) {
        return new Builder(id, new RuleSubject.NotListed(new ListId(list)));
    }

    public static Builder of(String id, RuleSubject who) {
        return new Builder(id, who);
    }

    public TestRules put(AlertRule rule) {
        made = null;
        rules.put(rule.id(), rule);
        return this;
    }

    public TestRules put(Builder rule) {
        return put(rule.build());
    }

    public TestRules delete(RuleId rule) {
        made = null;
        rules.remove(rule);
        return this;
    }

    public TestRules list(String id, String... people) {
        made = null;
        var ids = Arrays.stream(people).map(PersonId::new).toList();
        lists.put(new ListId(id), new WatchList(new ListId(id), id, "#d33a2c", "owner", ids, WRITTEN));
        return this;
    }

    public TestRules group(String id, String... sources) {
        made = null;
        groups.put(new GroupId(id), new SourceGroup(new GroupId(id), id, SourceRole.BOTH, List.of(sources), WRITTEN));
        return this;
    }

    public TestRules mute(Mute mute) {
        made = null;
        mutes.put(mute.id(), mute);
        return this;
    }

    public TestRules unmute(String id) {
        made = null;
        mutes.remove(id);
        return this;
    }

    /** Erases a person, session, job or camera of this id. */
    public TestRules erase(String id) {
        made = null;
        erased.add(id);
        return this;
    }

    public RuleBook book() {
        if (made == null) {
            made = newBook();
        }
        return made;
    }

    private RuleBook newBook() {
        return new RuleBook(rules.values(), lists.values(), groups.values(), mutes.values(), erasure());
    }

    private Erasure erasure() {
        var gone = Set.copyOf(erased);
        return new Erasure() {
            @Override
            public boolean isDeleted(PersonId person) {
                return gone.contains(person.value());
            }

            @Override
            public boolean hasEnded(SessionId session) {
                return gone.contains(session.value());
            }

            @Override
            public boolean isDeletedJob(String job) {
                return gone.contains(job);
            }

            @Override
            public boolean isDeletedCamera(CameraId camera) {
                return gone.contains(camera.value());
            }
        };
    }
}
