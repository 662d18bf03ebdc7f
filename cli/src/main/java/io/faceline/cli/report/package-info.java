/** The HTML report of a run: who appears when in which video. */
package io.faceline.cli.report;
