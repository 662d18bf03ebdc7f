/** The models and their licences. */
package io.faceline.api.models;
