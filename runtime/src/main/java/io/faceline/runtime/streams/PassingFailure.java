package io.faceline.runtime.streams;

import io.faceline.runtime.concurrent.Throwables;
import java.util.List;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;

/**
 * Tells the failures of a stream thread that a new thread does not meet again: a broker that did not answer, and a
 * producer that lost its transaction or its place, for example because the machine was too busy to commit in time. The
 * new thread has a new producer and begins at the last commit.
 */
final class PassingFailure {
    private static final List<Class<? extends Exception>> KINDS = List.of(
            RetriableException.class,
            ApplicationRecoverableException.class,
            InvalidTxnStateException.class,
            OutOfOrderSequenceException.class,
            TransactionAbortableException.class,
            TransactionAbortedException.class);

    private PassingFailure() {}

    static boolean is(Throwable thrown) {
        return KINDS.stream().anyMatch(kind -> Throwables.find(thrown, kind).isPresent());
    }
}
