/** Sends photos through the pipeline. */
package io.faceline.cli.photo;
