package io.faceline.api.people;

import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.PersonDirectory;
import io.faceline.web.view.PersonView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Reads people: {@code GET /api/v1/people}, single people and their photos. */
final class PeopleRoutes implements Routes {
    static final String PATH = PersonView.PATH;

    /** The id of a photo may hold slashes. */
    static final String PHOTO = PATH + "/{id}/photos/<photo>";

    private final PersonAccess access;
    private final PersonDirectory people;
    private final PhotoDirectory photos;

    PeopleRoutes(PersonAccess access, PersonDirectory people, PhotoDirectory photos) {
        this.photos = photos;
        this.access = access;
        this.people = people;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).get(PATH + "/{id}", this::one).get(PHOTO, this::photo);
    }

    private void list(Context context) {
        var isListed = access.listed(context);
        keepPrivate(context).json(PeoplePage.of(people.all().values().stream().filter(isListed), context));
    }

    private void one(Context context) {
        keepPrivate(context).json(PersonView.of(access.visible(context.pathParam("id"), context)));
    }

    private void photo(Context context) {
        var person = access.visible(context.pathParam("id"), context);
        var photo = photo(person, context.pathParam("photo"));
        var crop = photos.crop(person.session(), photo).orElseThrow(PeopleRoutes::noSuchPhoto);
        keepPrivate(context).contentType("image/jpeg").result(crop.inputStream());
    }

    static PersonPhoto photo(Person person, String id) {
        return person.photos().stream()
                .filter(photo -> photo.reference().value().equals(id))
                .findFirst()
                .orElseThrow(PeopleRoutes::noSuchPhoto);
    }

    private static ProblemException noSuchPhoto() {
        return new ProblemException(
                404, "NO_SUCH_PHOTO", "the person has no photo with this id; GET the person for the ids");
    }

    /** Keeps names and faces out of caches. */
    static Context keepPrivate(Context context) {
        return context.header("Cache-Control", "private, no-store");
    }
}
