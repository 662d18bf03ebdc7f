package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * People of the shared gallery whom rules name together: topic {@code watch-lists}, JSON, compacted. Key: the id. A tombstone
 * deletes the list.
 *
 * @param colour such as {@code #d33a2c}
 * @param owner who answers for it, in words
 * @param people at most 10,000, each once
 */
public record WatchList(ListId id, String name, String colour, String owner, List<PersonId> people, Instant changedAt) {
    public static final int MAX_PEOPLE = 10_000;

    private static final int MAX_NAME = 100;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    public WatchList {
        people = List.copyOf(people);
        Checks.line("a list's name", name, MAX_NAME);
        Checks.line("a list's owner", owner, MAX_NAME);
        Checks.require(
                COLOUR.matcher(colour).matches(), "a list's colour must be such as #d33a2c, was \"" + colour + "\"");
        Checks.require(people.size() <= MAX_PEOPLE, "a list has at most " + MAX_PEOPLE + " people");
        Checks.require(Set.copyOf(people).size() == people.size(), "a list has each person once");
    }

    public WatchList without(Predicate<PersonId> gone, Instant when) {
        return new WatchList(
                id, name, colour, owner, people.stream().filter(gone.negate()).toList(), when);
    }
}
