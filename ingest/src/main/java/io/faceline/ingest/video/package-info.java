/** Videos over HTTP: uploads, jobs, and sending their frames. */
package io.faceline.ingest.video;
