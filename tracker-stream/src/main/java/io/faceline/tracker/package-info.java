/** sightings → tracks. */
package io.faceline.tracker;
