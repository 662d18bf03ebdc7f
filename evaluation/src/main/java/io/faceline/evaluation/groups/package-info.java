/** Measures faces found, false and missed names by group of people: age, gender, appearance. */
package io.faceline.evaluation.groups;
