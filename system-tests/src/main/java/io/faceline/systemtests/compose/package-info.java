/** Runs docker-compose.yml as local processes without Docker. */
package io.faceline.systemtests.compose;
