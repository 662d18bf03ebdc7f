/** Charts as SVG. */
package io.faceline.evaluation.plot;
