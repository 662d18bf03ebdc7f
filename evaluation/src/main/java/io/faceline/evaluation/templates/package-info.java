/** Measures what several photos of a person are worth, and how they are best compared. */
package io.faceline.evaluation.templates;
