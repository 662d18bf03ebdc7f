/** Dead letters over HTTP: listed, looked at and sent again by the admin. */
package io.faceline.api.deadletters;
