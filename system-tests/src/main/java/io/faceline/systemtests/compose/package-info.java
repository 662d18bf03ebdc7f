/** Runs docker-compose.yml without Docker. */
package io.faceline.systemtests.compose;
