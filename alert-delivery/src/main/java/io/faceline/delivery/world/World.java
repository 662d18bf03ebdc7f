package io.faceline.delivery.world;

import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.ListId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is so at one moment, each in the order of the ids. People are those of the shared gallery that are neither deleted nor
 * merged into another.
 *
 * @param people those on a list that an enabled rule names
 */
public record World(List<Place> places, List<Group> groups, List<Somebody> people, List<OpenAlert> alerts) {
    public World {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
        people = List.copyOf(people);
        alerts = List.copyOf(alerts);
    }

    /**
     * A camera.
     *
     * @param isLive whether pictures arrive; what is in view is not known otherwise
     * @param inView faces
     * @param last the known person who was recognised there last
     */
    public record Place(CameraId id, String name, boolean isLive, int inView, Optional<Seen> last) {}

    /**
     * A watch list.
     *
     * @param present people of it who are in view
     * @param last of them all
     */
    public record Group(ListId id, String name, int present, Optional<Seen> last) {}

    /** @param last empty if not seen as long as tracks are kept */
    public record Somebody(PersonId id, String name, Optional<Seen> last) {}

    /**
     * That a person was recognised.
     *
     * @param source a camera, or another live source
     * @param sourceName of the camera; its id for another source
     * @param at the last look
     * @param inView whether the person is there now
     */
    public record Seen(PersonId person, String name, String source, String sourceName, Instant at, boolean inView) {}
}
