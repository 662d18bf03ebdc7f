/** Cameras as answers: without credentials, with the names of people that the asker may see. */
package io.faceline.api.cameras.view;
