/** The accuracy report as Markdown and plots. */
package io.faceline.evaluation.report;
