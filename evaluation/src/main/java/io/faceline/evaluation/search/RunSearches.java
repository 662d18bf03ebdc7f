package io.faceline.evaluation.search;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.identity.PersonId;
import io.faceline.evaluation.dataset.OpenSet;
import io.faceline.evaluation.dataset.PersonIds;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Enrolls the gallery of an open set and searches its probes and strangers. */
public final class RunSearches {
    private final EmbeddedPhotos enrolled;
    private final EmbeddedPhotos searched;
    private final MatchingFacts model;
    private final Comparison comparison;

    /** Compares as the matcher does. */
    public RunSearches(EmbeddedPhotos enrolled, EmbeddedPhotos searched, MatchingFacts model) {
        this(enrolled, searched, model, Comparison.TEMPLATE);
    }

    public RunSearches(EmbeddedPhotos enrolled, EmbeddedPhotos searched, MatchingFacts model, Comparison comparison) {
        this.enrolled = enrolled;
        this.searched = searched;
        this.model = model;
        this.comparison = comparison;
    }

    /** The searches of the probes, ordered by person, and then of the strangers, in the order of the set. */
    public List<Search> run(OpenSet set) {
        return run(set, new PersonIds());
    }

    /** @param ids the ids of the people */
    public List<Search> run(OpenSet set, PersonIds ids) {
        var gallery = new EvaluationGallery(model, comparison);
        new TreeMap<>(set.gallery()).forEach((person, photos) -> enroll(gallery, ids.of(person), photos));
        var searches = new ArrayList<Search>();
        new TreeMap<>(set.probes())
                .forEach((person, photos) ->
                        photos.forEach(photo -> searches.add(search(gallery, Optional.of(ids.of(person)), photo))));
        set.strangers().forEach(photo -> searches.add(search(gallery, Optional.empty(), photo)));
        return searches;
    }

    private void enroll(EvaluationGallery gallery, PersonId person, List<Path> photos) {
        for (var photo : photos) {
            enrolled.of(photo).ifPresent(photoFace -> gallery.enroll(person, photoFace));
        }
    }

    private Search search(EvaluationGallery gallery, Optional<PersonId> person, Path photo) {
        return new Search(person, searched.of(photo).map(photoFace -> gallery.search(photoFace.face(), photoFace)));
    }
}
