/** Runs the services of docker-compose.yml without Docker, as the processes they are. */
package io.faceline.standalone.compose;
