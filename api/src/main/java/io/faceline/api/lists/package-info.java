/** What all lists over HTTP have in common. */
package io.faceline.api.lists;
