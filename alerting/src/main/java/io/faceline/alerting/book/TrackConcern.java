package io.faceline.alerting.book;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RuleQuiet;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.track.TrackUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the rules of a track by where it is and whom it names. Immutable once it is made, thread-safe. */
final class TrackConcern {
    private final Map<String, Rules> bySource = new HashMap<>();
    private final Rules atEachCamera = new Rules();
    private final Map<String, Rules> byJob = new HashMap<>();
    private final Rules ofEachJob = new Rules();
    private final Map<PersonId, List<ListId>> lists = new HashMap<>();

    /** The rules of a place. */
    private static final class Rules {
        private final Map<PersonId, List<RuleId>> byPerson = new HashMap<>();
        private final Map<ListId, List<RuleId>> byList = new HashMap<>();
        private final List<RuleId> always = new ArrayList<>();

        void addPerson(PersonId person, RuleId rule) {
            byPerson.computeIfAbsent(person, any -> new ArrayList<>()).add(rule);
        }

        void addList(ListId list, RuleId rule) {
            byList.computeIfAbsent(list, any -> new ArrayList<>()).add(rule);
        }
    }

    TrackConcern(RuleBook book, Map<ListId, Set<PersonId>> people) {
        people.forEach((list, all) -> all.forEach(person ->
                lists.computeIfAbsent(person, any -> new ArrayList<>()).add(list)));
        book.rules().stream().filter(book::isUsable).forEach(rule -> add(rule, book));
    }

    private void add(AlertRule rule, RuleBook book) {
        var places = at(rule.where(), book);
        places.forEach(place -> addSubject(rule, place));
        var quiet = rule.quiet();
        if (quiet != null) {
            addQuiet(rule, quiet, places, book);
        }
    }

    private void addQuiet(AlertRule rule, RuleQuiet quiet, List<Rules> places, RuleBook book) {
        if (quiet.accompaniedBy() != null) {
            places.forEach(place -> place.addList(quiet.accompaniedBy(), rule.id()));
        }
        if (quiet.unlessSeen() != null) {
            var elsewhere = new RulePlaces(
                    List.of(), quiet.at(), List.of(), rule.where().per());
            at(elsewhere, book).forEach(place -> place.addList(quiet.unlessSeen(), rule.id()));
        }
    }

    private List<Rules> at(RulePlaces where, RuleBook book) {
        if (where.isEverywhere()) {
            return List.of(atEachCamera);
        }
        var sources = new HashSet<>(where.sources());
        where.groups().forEach(group -> sources.addAll(book.sources(group)));
        var places = new ArrayList<Rules>();
        sources.forEach(source -> places.add(bySource.computeIfAbsent(source, any -> new Rules())));
        new HashSet<>(where.jobs())
                .forEach(job -> places.add(
                        job.equals(RulePlaces.ALL_JOBS) ? ofEachJob : byJob.computeIfAbsent(job, any -> new Rules())));
        return places;
    }

    private static void addSubject(AlertRule rule, Rules place) {
        var id = rule.id();
        var who = rule.who();
        if (who instanceof RuleSubject.CameraDown || who instanceof RuleSubject.Unknown) {
            return;
        }
        if (who instanceof RuleSubject.Absent absent && absent.person() != null) {
            place.addPerson(absent.person(), id);
        } else if (who instanceof RuleSubject.Absent absent && absent.list() != null) {
            place.addList(absent.list(), id);
        } else if (rule.sure().uncertain()) {
            // A track that is not uncertain about the person any more does not say so.
            place.always.add(id);
        } else if (who instanceof RuleSubject.Person named) {
            place.addPerson(named.person(), id);
        } else if (who instanceof RuleSubject.Listed listed) {
            place.addList(listed.list(), id);
        } else {
            place.always.add(id);
        }
    }

    Collection<RuleId> of(TrackUpdate track) {
        var isCamera = track.session().isCamera();
        var here = (isCamera ? bySource : byJob).get(track.source());
        var people = people(track);
        var onLists = people.stream()
                .flatMap(person -> lists.getOrDefault(person, List.of()).stream())
                .toList();
        var found = new LinkedHashSet<RuleId>();
        for (var place : here == null ? List.of(all(isCamera)) : List.of(here, all(isCamera))) {
            found.addAll(place.always);
            addAll(people, place.byPerson::get, found);
            addAll(onLists, place.byList::get, found);
        }
        return found;
    }

    private Rules all(boolean isCamera) {
        return isCamera ? atEachCamera : ofEachJob;
    }

    private static <K> void addAll(Collection<K> keys, Function<K, List<RuleId>> rules, Set<RuleId> found) {
        for (var key : keys) {
            Optional.ofNullable(rules.apply(key)).ifPresent(found::addAll);
        }
    }

    /** Whom it names or named, also if that was corrected. */
    private static Set<PersonId> people(TrackUpdate track) {
        var identity = track.identity();
        var frames = identity.uncorrected();
        var people = new LinkedHashSet<PersonId>();
        if (identity.decision() == Decision.MATCH) {
            people.add(identity.requirePerson());
        }
        if (frames.decision() == Decision.MATCH) {
            people.add(frames.requirePerson());
        }
        Optional.ofNullable(track.former()).ifPresent(people::add);
        return people;
    }
}
