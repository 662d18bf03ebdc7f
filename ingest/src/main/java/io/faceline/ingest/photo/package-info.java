/** Photos over HTTP: recognize, detect, verify, enroll. */
package io.faceline.ingest.photo;
