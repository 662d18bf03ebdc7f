/** Embeds the faces of photos as they are and made worse, and keeps them for the next measurement. */
package io.faceline.evaluation.sampling;
