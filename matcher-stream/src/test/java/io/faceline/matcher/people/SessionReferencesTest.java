package io.faceline.matcher.people;

import static io.faceline.matcher.MatcherFixtures.ANNA;

import io.faceline.matcher.index.MeasureReference;
import io.faceline.runtime.store.MapTable;

class SessionReferencesTest extends ReferencesContract {
    @Override
    References references() {
        return new SessionGalleries(new MapTable<>(), MeasureReference.NONE).of(ANNA);
    }
}
