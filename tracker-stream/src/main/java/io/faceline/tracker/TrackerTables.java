package io.faceline.tracker;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.store.Table;

/**
 * What the tracker of a task keeps over a restart.
 *
 * @param sources by session and source, while they have frames
 * @param waiting frames of videos that came before earlier ones, by source and sequence number
 * @param ended the tracks of videos that are not complete, by the key of their appearance
 * @param appearances as written, by their key, until their job is deleted
 * @param videos as written, by job id
 */
record TrackerTables(
        Table<SourceState> sources,
        Table<Sighting> waiting,
        Table<EndedTrack> ended,
        Table<Appearance> appearances,
        Table<TrackedVideo> videos) {}
