package io.faceline.contracts.serde;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The two object mappers of the project. Thread-safe. */
public final class Mappers {
    /** Internal records exchanged between the services. */
    public static final ObjectMapper CBOR = configured(CBORMapper.builder(
                    CBORFactory.builder().streamReadConstraints(constraints()).build()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** Public formats: topics with public JSON, HTTP responses, the command line's JSON Lines. */
    public static final ObjectMapper JSON = configured(JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(constraints()).build()))
            .build();

    /**
     * An answer about all faces of a frame has some fifty thousand values. Without a limit a record of 16 MB has sixteen
     * million empty maps, each of which takes a hundred bytes of memory.
     */
    static final long MAX_VALUES = 1_000_000;

    private Mappers() {}

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder().maxTokenCount(MAX_VALUES).build();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        return builder.addModule(new JavaTimeModule())
                .addModule(new FacelineModule())
                // Only the components of a record are fields; isShared() and the like are derived.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .annotationIntrospector(new RequiredComponents())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                // A newer sender may add fields.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
