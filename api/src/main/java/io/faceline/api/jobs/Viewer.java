package io.faceline.api.jobs;

import io.faceline.web.view.PersonNames;

/**
 * Who sees the frames of a job. Two with the same listing see the same as long as nobody changes.
 *
 * @param isListing whether the shared gallery may be listed
 */
public record Viewer(PersonNames names, boolean isListing) {}
