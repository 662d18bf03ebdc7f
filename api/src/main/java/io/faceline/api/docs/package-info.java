/** What this HTTP face can do, to be read by people and programs. */
package io.faceline.api.docs;
