/** Pictures that stay in Kafka until somebody asks for them. */
package io.faceline.api.pictures;
