/** Publishes photos and videos from files. */
package io.faceline.ingest.files;
