/**
 * Cameras that are read over HTTP: streams of JPEGs and single pictures. The client is our own, since Java's cannot connect
 * to a checked number and still ask for the name, and cameras' answers are not quite HTTP.
 */
@NullMarked
package io.faceline.ingest.camera.open.http;

import org.jspecify.annotations.NullMarked;
