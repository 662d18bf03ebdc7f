package io.faceline.standalone.cli;

import java.util.Set;

/** Lets through only the faces of these people, and what failed. */
final class PersonFilter implements ResultWriter {
    private final ResultWriter next;
    private final Names names;
    private final Set<String> wanted;

    PersonFilter(ResultWriter next, Names names, Set<String> wanted) {
        this.next = next;
        this.names = names;
        this.wanted = wanted;
    }

    @Override
    public void write(FileResult result) {
        if (result instanceof FileResult.Recognised recognised) {
            var faces = recognised.faces();
            var kept = faces.faces().stream()
                    .filter(face -> names.of(face).filter(wanted::contains).isPresent())
                    .toList();
            if (!kept.isEmpty()) {
                next.write(new FileResult.Recognised(recognised.file(), faces.with(kept)));
            }
        } else {
            next.write(result);
        }
    }

    @Override
    public void end() {
        next.end();
    }
}
