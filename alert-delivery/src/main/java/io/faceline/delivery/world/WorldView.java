package io.faceline.delivery.world;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.WatchList;
import io.faceline.delivery.world.World.Group;
import io.faceline.delivery.world.World.Place;
import io.faceline.delivery.world.World.Seen;
import io.faceline.delivery.world.World.Somebody;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One moment. Confined to whoever holds the lock of what it looks at. */
final class WorldView {
    /** As told in {@link CameraState}: then no instance reads the camera. */
    private static final Duration UNREAD = Duration.ofSeconds(30);

    /** Of sources that others push. */
    private static final String FEED = "feed/";

    private static final BinaryOperator<SeenAt> LATER = BinaryOperator.maxBy(SeenAt.BY_TIME);

    private final Map<String, Camera> cameras;
    private final Map<String, CameraState> states;
    private final KnownPeople known;
    private final Sightings sightings;
    private final Instant now;
    private final Map<PersonId, SeenAt> byPerson = new HashMap<>();
    private final Map<String, SeenAt> bySource = new HashMap<>();

    WorldView(
            Map<String, Camera> cameras,
            Map<String, CameraState> states,
            KnownPeople known,
            Sightings sightings,
            Instant now) {
        this.cameras = cameras;
        this.states = states;
        this.known = known;
        this.sightings = sightings;
        this.now = now;
        for (var sight : sightings.all(now)) {
            if (isShown(sight.source())) {
                add(sight);
            }
        }
    }

    /** Not the cameras of visitors of the page, and not what was deleted. */
    private boolean isShown(String source) {
        return cameras.containsKey(source) || source.startsWith(FEED);
    }

    private void add(SeenAt sight) {
        known.active(sight.person()).ifPresent(person -> {
            var resolved = new SeenAt(person, sight.source(), sight.track(), sight.at(), sight.inView());
            byPerson.merge(person, resolved, LATER);
            bySource.merge(sight.source(), resolved, LATER);
        });
    }

    World world(Collection<WatchList> lists, Collection<AlertRule> rules, Collection<OpenAlert> alerts) {
        var places = cameras.values().stream()
                .map(this::place)
                .sorted(Comparator.comparing(place -> place.id().value()))
                .toList();
        var groups = lists.stream()
                .map(this::group)
                .sorted(Comparator.comparing(group -> group.id().value()))
                .toList();
        return new World(places, groups, people(lists, rules), List.copyOf(alerts));
    }

    private Place place(Camera camera) {
        var source = camera.id().source();
        var isLive =
                Optional.ofNullable(states.get(source)).filter(this::isLive).isPresent();
        var inView = isLive ? sightings.inView(source, now).size() : 0;
        return new Place(camera.id(), camera.name(), isLive, inView, seen(bySource.get(source)));
    }

    private boolean isLive(CameraState state) {
        return state.condition() == CameraCondition.LIVE
                && !state.at().plus(UNREAD).isBefore(now);
    }

    private Group group(WatchList list) {
        var sights = active(list).map(byPerson::get).filter(Objects::nonNull).toList();
        var present = (int) sights.stream().filter(SeenAt::inView).count();
        return new Group(
                list.id(), list.name(), present, sights.stream().reduce(LATER).flatMap(this::seen));
    }

    private List<Somebody> people(Collection<WatchList> lists, Collection<AlertRule> rules) {
        var named = rules.stream()
                .filter(AlertRule::enabled)
                .flatMap(rule -> list(rule.who()).stream())
                .collect(Collectors.toSet());
        return lists.stream()
                .filter(list -> named.contains(list.id()))
                .flatMap(this::active)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .map(person -> new Somebody(person, known.name(person), seen(byPerson.get(person))))
                .toList();
    }

    private Stream<PersonId> active(WatchList list) {
        return list.people().stream()
                .flatMap(person -> known.active(person).stream())
                .distinct();
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

    private Optional<Seen> seen(@Nullable SeenAt sight) {
        return Optional.ofNullable(sight)
                .map(at -> new Seen(
                        at.person(),
                        known.name(at.person()),
                        at.source(),
                        sourceName(at.source()),
                        at.at(),
                        at.inView()));
    }

    private String sourceName(String source) {
        return Optional.ofNullable(cameras.get(source)).map(Camera::name).orElse(source);
    }
}
