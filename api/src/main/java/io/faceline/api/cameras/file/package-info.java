/** Cameras that are defined in a YAML file, which is watched for changes. */
package io.faceline.api.cameras.file;
