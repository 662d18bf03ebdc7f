/** The way out: people, sessions, jobs, results, the page. */
package io.faceline.api;
