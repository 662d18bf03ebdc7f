package io.faceline.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassingFailureTest {
    /** The third was seen on a machine too busy to commit in time, and stopped the matcher for good. */
    static Stream<Throwable> passing() {
        return Stream.of(
                new TimeoutException(),
                new OutOfOrderSequenceException("5, not 3"),
                new InvalidTxnStateException("the transaction was aborted after its timeout"),
                new InvalidPidMappingException("expired"));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new RecordTooLargeException(),
                new TopicAuthorizationException("topic"),
                new IllegalStateException("a fault of the code"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void brokerThatDidNotAnswer_orLostTransaction_passes(Throwable cause) {
        assertThat(PassingFailure.is(new StreamsException("Error encountered trying to commit", cause)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatANewThreadMeetsAgain_doesNotPass(Throwable cause) {
        assertThat(PassingFailure.is(new StreamsException("Error encountered sending record", cause)))
                .isFalse();
    }
}
