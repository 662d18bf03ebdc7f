package io.faceline.vision.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Creates and modifies atoms of MP4 and MOV (ISO/IEC 14496-12, QuickTime File Format). */
final class Atoms {
    private static final int HEADER_BYTES = 8;

    /** The path of a "dref" atom. */
    private static final List<String> AROUND_REFERENCES = List.of("moov", "trak", "mdia", "minf", "dinf", "dref");

    private Atoms() {}

    static byte[] atom(String name, byte[] content) {
        return HostileVideos.concat(
                HostileVideos.number(HEADER_BYTES + content.length), HostileVideos.latin(name), content);
    }

    /** Atoms that each contain only the next one. */
    static byte[] nested(String name, int depth) {
        var all = ByteBuffer.allocate(HEADER_BYTES * depth);
        while (all.hasRemaining()) {
            all.putInt(all.remaining()).put(HostileVideos.latin(name));
        }
        return all.array();
    }

    /** Replaces the data reference: the frames are declared to be in another file. The index must be at the end. */
    static byte[] withReference(byte[] mov, String kind, byte[] reference) {
        var entries = find(mov, "dref", mov.length) + 12;
        var old = ByteBuffer.wrap(mov).getInt(entries);
        var entry = HostileVideos.concat(
                HostileVideos.number(12 + reference.length),
                HostileVideos.latin(kind),
                HostileVideos.number(0),
                reference);
        var changed = ByteBuffer.allocate(mov.length - old + entry.length)
                .put(mov, 0, entries)
                .put(entry)
                .put(mov, entries + old, mov.length - entries - old);
        for (var name : AROUND_REFERENCES) {
            var size = find(mov, name, entries) - Integer.BYTES;
            changed.putInt(size, changed.getInt(size) + entry.length - old);
        }
        return changed.array();
    }

    /** The last position of the name before an offset. */
    private static int find(byte[] mov, String name, int before) {
        var found = new String(mov, StandardCharsets.ISO_8859_1).lastIndexOf(name, before);
        if (found < 0) {
            throw new IllegalArgumentException("no " + name);
        }
        return found;
    }

    /** A classic Mac OS alias to an absolute path (as parsed by FFmpeg's libavformat/mov.c). */
    static byte[] alias(Path file) {
        var path = HostileVideos.latin("v" + file.toAbsolutePath().toString().replace('/', ':'));
        var alias = ByteBuffer.allocate(150 + 4 + path.length + (path.length & 1) + 4);
        alias.put(10, (byte) 1).put(11, (byte) 'v');
        alias.put(50, (byte) 1).put(51, (byte) 'm');
        alias.position(150).putShort((short) 2).putShort((short) path.length).put(path);
        alias.putShort(alias.capacity() - 4, (short) -1);
        return alias.array();
    }

    /** Changes the declared width and height (in the visual sample entry, 24 bytes after the header of "stsd"). */
    static byte[] withSize(byte[] video, int side) {
        var changed = ByteBuffer.wrap(video.clone());
        var entry = find(video, "stsd", video.length) + 4 + 8;
        changed.putShort(entry + 32, (short) side).putShort(entry + 34, (short) side);
        return changed.array();
    }
}
