/** The accuracy report as Markdown and plots, and the figures that reports of measurements share. */
package io.faceline.evaluation.report;
