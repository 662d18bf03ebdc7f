/** The HTML report of a run: who was seen in which video and when. */
package io.faceline.cli.report;
