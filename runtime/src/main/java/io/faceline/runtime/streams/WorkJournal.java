package io.faceline.runtime.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in a memory-mapped file which records are being worked on, so that the next process knows during which records
 * this one died. The kernel keeps what was written when the process is killed; a lost machine loses it, and no more than
 * that. Each slot is used by one thread at a time.
 */
final class WorkJournal implements AutoCloseable {
    static final int SLOTS = 128;

    private static final Logger LOG = LoggerFactory.getLogger(WorkJournal.class);
    private static final int SLOT_BYTES = 512;
    private static final int TEXT = Integer.BYTES;

    private final FileChannel file;
    private final ByteBuffer slots;

    private WorkJournal(FileChannel file, ByteBuffer slots) {
        this.file = file;
        this.slots = slots;
    }

    /** @throws IOException when the file cannot be opened, or another process holds it */
    static WorkJournal open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw new IOException(path + " is held by another process");
            }
            MappedByteBuffer mapped = file.map(FileChannel.MapMode.READ_WRITE, 0, (long) SLOTS * SLOT_BYTES);
            return new WorkJournal(file, mapped);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e instanceof IOException io ? io : new IOException(e.toString(), e);
        }
    }

    /** The records that the previous process was working on when it ended; forgets them. */
    List<RecordPlace> takeUnfinished() {
        var unfinished = new ArrayList<RecordPlace>();
        for (var slot = 0; slot < SLOTS; slot++) {
            RecordPlace.parse(text(slot)).ifPresent(unfinished::add);
            clear(slot);
        }
        return unfinished;
    }

    void write(int slot, RecordPlace place) {
        var text = place.toString().getBytes(StandardCharsets.UTF_8);
        if (text.length <= SLOT_BYTES - TEXT) {
            slots.put(slot * SLOT_BYTES + TEXT, text);
            slots.putInt(slot * SLOT_BYTES, text.length);
        }
    }

    void clear(int slot) {
        slots.putInt(slot * SLOT_BYTES, 0);
    }

    private String text(int slot) {
        var length = slots.getInt(slot * SLOT_BYTES);
        if (length <= 0 || length > SLOT_BYTES - TEXT) {
            return "";
        }
        var text = new byte[length];
        slots.get(slot * SLOT_BYTES + TEXT, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.debug("event=journal_close_failed", e);
        }
    }
}
