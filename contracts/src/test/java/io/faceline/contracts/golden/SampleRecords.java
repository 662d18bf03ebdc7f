package io.faceline.contracts.golden;

import java.util.List;
import java.util.stream.Stream;

/**
 * Records of every topic, in the forms that commit 3b1ed28 wrote. A new case of a record gets a new sample; the samples
 * that are there stay, since others may hold such records.
 */
public final class SampleRecords {
    private SampleRecords() {}

    public static List<GoldenRecord<?>> all() {
        return Stream.<Stream<? extends GoldenRecord<?>>>of(
                        SampleFrames.frames(),
                        SampleFrames.detections(),
                        SampleFrames.embeddings(),
                        SampleCameras.cameras(),
                        SampleCameras.states(),
                        SampleCameras.previews(),
                        SampleCameras.feeds(),
                        SampleMatches.matches(),
                        SampleTracks.sightings(),
                        SampleTracks.tracks(),
                        SampleTracks.trackedFrames(),
                        SampleTracks.trackedVideos(),
                        SampleTracks.appearances(),
                        SampleTracks.shots(),
                        SampleTracks.corrections(),
                        SampleRules.rules(),
                        SampleRules.watchLists(),
                        SampleRules.sourceGroups(),
                        SampleAlerts.mutes(),
                        SampleAlerts.trackShots(),
                        SampleAlerts.observations(),
                        SampleAlerts.changes(),
                        SampleAlerts.alerts(),
                        SampleAlerts.shots(),
                        SampleDeliveries.receivers(),
                        SampleDeliveries.states(),
                        SampleDeliveries.requests(),
                        SampleDeliveries.deliveries(),
                        SamplePeople.gallery(),
                        SamplePeople.people(),
                        SamplePeople.photos(),
                        SampleChanges.changes(),
                        SampleChanges.answers(),
                        SampleJobs.sessions(),
                        SampleJobs.jobs(),
                        SampleFrames.deadLetters())
                .<GoldenRecord<?>>flatMap(some -> some)
                .toList();
    }
}
