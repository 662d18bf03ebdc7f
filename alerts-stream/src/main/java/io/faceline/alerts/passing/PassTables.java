package io.faceline.alerts.passing;

import io.faceline.alerts.node.ReadUntil;
import io.faceline.runtime.store.Table;

/**
 * What a task keeps over a restart.
 *
 * @param until one entry
 * @param tracks by id and session, while they are open and for an hour after
 * @param pictures by track
 */
record PassTables(Table<ReadUntil> until, Table<PassedTrack> tracks, Table<WaitingPicture> pictures) {}
