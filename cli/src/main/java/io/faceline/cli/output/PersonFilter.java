package io.faceline.cli.output;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.track.TrackedFace;
import io.faceline.tracking.summary.VideoSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Passes on only the faces of these people, and failures. */
public final class PersonFilter implements ResultWriter {
    private final ResultWriter next;
    private final Names names;
    private final Set<String> wanted;

    public PersonFilter(ResultWriter next, Names names, Set<String> wanted) {
        this.next = next;
        this.names = names;
        this.wanted = wanted.stream().map(PersonName::normal).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void write(FileResult result) {
        if (result instanceof FileResult.Recognised photo) {
            filter(photo);
        } else if (result instanceof FileResult.WatchedFrame frame) {
            filter(frame);
        } else if (result instanceof FileResult.WatchedVideo video) {
            next.write(
                    new FileResult.WatchedVideo(video.file(), video.facts(), filtered(video.summary()), video.note()));
        } else {
            next.write(result);
        }
    }

    private void filter(FileResult.Recognised photo) {
        var faces = photo.faces();
        var kept = faces.faces().stream()
                .filter(face -> names.of(face).filter(this::isWanted).isPresent())
                .toList();
        if (!kept.isEmpty()) {
            next.write(new FileResult.Recognised(photo.file(), faces.with(kept)));
        }
    }

    private void filter(FileResult.WatchedFrame watched) {
        var kept = watched.faces().stream().filter(this::isWanted).toList();
        if (!kept.isEmpty()) {
            next.write(new FileResult.WatchedFrame(watched.file(), watched.frame(), kept));
        }
    }

    /** Decided by the frame or by its track. */
    private boolean isWanted(TrackedFace face) {
        var track = face.track();
        var isTrackWanted = track.decision() == Decision.MATCH
                && Optional.ofNullable(track.person()).filter(this::isWanted).isPresent();
        return isTrackWanted || names.of(face.face()).filter(this::isWanted).isPresent();
    }

    private boolean isWanted(PersonId person) {
        return isWanted(names.of(person));
    }

    private boolean isWanted(String name) {
        return wanted.contains(PersonName.normal(name));
    }

    private VideoSummary filtered(VideoSummary all) {
        return new VideoSummary(
                all.people().stream()
                        .filter(person -> isWanted(person.person()))
                        .toList(),
                List.of(),
                all.uncertain().stream()
                        .filter(sighting -> isWanted(sighting.person()))
                        .toList(),
                all.frames(),
                all.lostFrames(),
                all.faces());
    }

    @Override
    public void end() {
        next.end();
    }
}
