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

/** People to be read: {@code GET /api/v1/people}, one of them, and the photos. */
final class PeopleRoutes implements Routes {
    static final String PATH = PersonView.PATH;

    /** The id of a photo may hold slashes. */
    static final String PHOTO = PATH + "/{id}/photos/<photo>";

    private final PersonAccess asked;
    private final PersonDirectory people;

    PeopleRoutes(PersonAccess asked, PersonDirectory people) {
        this.asked = asked;
        this.people = people;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).get(PATH + "/{id}", this::one).get(PHOTO, this::photo);
    }

    private void list(Context context) {
        var isListed = asked.listed(context);
        keepPrivate(context).json(PeoplePage.of(people.all().values().stream().filter(isListed), context));
    }

    private void one(Context context) {
        keepPrivate(context).json(PersonView.of(asked.visible(context.pathParam("id"), context)));
    }

    private void photo(Context context) {
        var person = asked.visible(context.pathParam("id"), context);
        var photo = photo(person, context.pathParam("photo"));
        keepPrivate(context).contentType("image/jpeg").result(photo.cropJpeg().inputStream());
    }

    static PersonPhoto photo(Person person, String id) {
        return person.photos().stream()
                .filter(photo -> photo.reference().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        404, "NO_SUCH_PHOTO", "the person has no such photo; GET the person to see which there are"));
    }

    /** Names and faces stay out of all caches. */
    static Context keepPrivate(Context context) {
        return context.header("Cache-Control", "private, no-store");
    }
}
