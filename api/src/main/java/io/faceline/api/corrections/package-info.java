/** What visitors say by hand of tracks: who somebody is, or is not. */
package io.faceline.api.corrections;
