/** Cameras over HTTP: their definitions, states, pictures, tracks and events. */
package io.faceline.api.cameras;
