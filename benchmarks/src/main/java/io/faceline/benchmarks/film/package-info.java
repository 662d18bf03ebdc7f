/** Films made of photos, so that it is known who is where in every frame: how well does the pipeline name them? */
package io.faceline.benchmarks.film;
