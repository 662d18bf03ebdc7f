/** Videos over HTTP: uploads, jobs, and their way through the pipeline. */
package io.faceline.ingest.video;
