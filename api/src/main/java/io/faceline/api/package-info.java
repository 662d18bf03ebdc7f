/** The HTTP API: people, sessions, jobs, results and the web page. */
package io.faceline.api;
