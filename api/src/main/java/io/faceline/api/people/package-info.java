/** People over HTTP: who they are, their photos, changes of them, and files to take them elsewhere. */
package io.faceline.api.people;
