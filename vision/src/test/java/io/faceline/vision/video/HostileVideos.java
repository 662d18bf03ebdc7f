package io.faceline.vision.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Malicious files: external references, memory exhaustion, endless decoding and disguised formats. */
final class HostileVideos {
    private static final int BOMB_BYTES = 64 << 20;

    private final Originals originals;
    private final String url;
    private final Path marker;
    private final List<HostileCorpus.Media> made = new ArrayList<>();

    HostileVideos(Originals originals, URI trap, Path marker) {
        this.originals = originals;
        this.url = trap.toString();
        this.marker = marker;
    }

    List<HostileCorpus.Media> all() throws IOException {
        playlists();
        references();
        bombs();
        absurdSizes();
        deepNesting();
        disguises();
        return made;
    }

    private void add(String kind, String extension, byte[] bytes) {
        made.add(new HostileCorpus.Media(kind, extension, bytes));
    }

    private void addText(String kind, String extension, String text) {
        add(kind, extension, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Playlists that FFmpeg would follow if it detected the format itself, with media and playlist extensions. */
    private void playlists() {
        for (var target : List.of(url + "a.ts", "file://" + marker, "concat:" + marker + "|" + marker, "tcp" + url)) {
            for (var extension : List.of("mp4", "avi", "m3u8")) {
                addText("hls", extension, "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\n" + target + "\n");
            }
            addText("ffconcat", "mkv", "ffconcat version 1.0\nfile '" + target + "'\nduration 5\n");
        }
        addText("concat", "mp4", "concat:" + marker + "|" + url);
        addText("sdp", "mov", "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n");
        addText(
                "dash",
                "webm",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><AdaptationSet><Representation id=\"1\""
                        + " bandwidth=\"1\"><BaseURL>" + url
                        + "</BaseURL></Representation></AdaptationSet></Period></MPD>");
        addText("svg", "jpg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + url + "\"/></svg>");
        addText("xml", "png", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"" + url + "\">]><a>&b;</a>");
    }

    /** Containers that refer to frames in other files. */
    private void references() {
        var mov = originals.video("mpeg4.mov").bytes();
        add(
                "mov refers to a url",
                "mov",
                Atoms.withReference(mov, "url ", (url + "\0").getBytes(StandardCharsets.UTF_8)));
        add("mov refers to a file", "mov", Atoms.withReference(mov, "alis", Atoms.alias(marker)));
        var ftyp = Atoms.atom("ftyp", "qt  \0\0\0\0qt  ".getBytes(StandardCharsets.ISO_8859_1));
        var address = (url + "\0").getBytes(StandardCharsets.UTF_8);
        var rdrf = ByteBuffer.allocate(12 + address.length)
                .putInt(0)
                .put(latin("url "))
                .putInt(address.length);
        var elsewhere = Atoms.atom(
                "rmra", Atoms.atom("rmda", Atoms.atom("rdrf", rdrf.put(address).array())));
        add("mov is elsewhere", "mov", concat(ftyp, Atoms.atom("moov", elsewhere)));
        var playlist = latin("#EXTM3U\n#EXTINF:10,\n" + url + "\n");
        add("playlist within an mp4", "mp4", concat(ftyp, Atoms.atom("free", playlist), mov));
        add("playlist alone in an mp4", "mp4", concat(ftyp, Atoms.atom("mdat", playlist)));
        add("playlist as avi", "avi", concat(latin("RIFF\0\u0001\0\0AVI "), playlist));
        add("playlist as matroska", "mkv", concat(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3}, playlist));
        add("playlist as flv", "flv", concat(latin("FLV\u0001\u0005\0\0\0\u0009\0\0\0\0"), playlist));
        add("playlist as mpg", "mpg", concat(latin("\0\0\u0001\u00baD\0\u0004\0\u0004\u0001"), playlist));
        add("playlist as ogv", "ogv", concat(latin("OggS\0\u0002\0\0\0\0\0\0"), playlist));
        add(
                "playlist as wmv",
                "wmv",
                concat(Arrays.copyOf(originals.video("wmv2.wmv").bytes(), 30), playlist));
        add("playlist as ts", "ts", transportPackets(playlist));
    }

    /** Packets with sync bytes and this content. */
    private static byte[] transportPackets(byte[] content) {
        var packets = new byte[20 * 188];
        for (var from = 0; from < packets.length; from += 188) {
            packets[from] = 0x47;
            System.arraycopy(content, 0, packets, from + 1, Math.min(187, content.length));
        }
        return packets;
    }

    private void bombs() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.jpg"));
            out.write(new byte[BOMB_BYTES]);
        }
        add("zip bomb", "jpg", zip.toByteArray());
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(new byte[BOMB_BYTES]);
        }
        add("gzip bomb", "mp4", gzip.toByteArray());
        add("png bomb", "png", png(30_000, 30_000, BOMB_BYTES));
        add("png bomb within the limit", "png", png(8_000, 8_000, 8_000 * 8_001));
        add("png too small for its bomb", "png", png(100, 100, BOMB_BYTES));
        add(
                "jpeg with a bomb of metadata",
                "jpg",
                withSegments(originals.photo("jpg").bytes(), 3_000));
        add(
                "compressed moov",
                "mov",
                concat(Atoms.atom(
                        "moov",
                        Atoms.atom(
                                "cmov",
                                concat(
                                        Atoms.atom("dcom", latin("zlib")),
                                        Atoms.atom("cmvd", concat(number(BOMB_BYTES), deflated(BOMB_BYTES))))))));
    }

    /** A grey PNG of 8 bits with zeros, which compress a thousand to one. */
    private static byte[] png(int width, int height, int zeros) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        return concat(
                latin("\u0089PNG\r\n\u001a\n"),
                chunk("IHDR", header.array()),
                chunk("zTXt", concat(latin("a\0\0"), deflated(BOMB_BYTES / 8))),
                chunk("IDAT", deflated(zeros)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] data) {
        var crc = new CRC32();
        crc.update(latin(name));
        crc.update(data);
        return concat(number(data.length), latin(name), data, number((int) crc.getValue()));
    }

    private static byte[] deflated(int zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(1))) {
            out.write(new byte[zeros]);
        } catch (IOException e) {
            throw new AssertionError("an array takes all", e);
        }
        return bytes.toByteArray();
    }

    /** EXIF with many cyclic directories. */
    private static byte[] withSegments(byte[] jpeg, int segments) {
        var exif = latin("Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0069\u0087\u0004\0\u0001\0\0\0\u0008\0\0\0\u0008\0\0\0");
        var segment = concat(latin("\u00ff\u00e1\0" + (char) (exif.length + 2)), exif);
        var all = new ByteArrayOutputStream();
        all.write(jpeg, 0, 2);
        for (var i = 0; i < segments; i++) {
            all.writeBytes(segment);
        }
        all.write(jpeg, 2, jpeg.length - 2);
        return all.toByteArray();
    }

    private void absurdSizes() {
        for (var side : new int[] {0, 1, 40_000, 0x7FFFFFFF, -1}) {
            add("png of " + side, "png", png(side, side, 100));
        }
        for (var name : List.of("mpeg4.mov", "h264.mp4", "mjpeg.mov")) {
            var whole = originals.video(name);
            for (var side : new int[] {0, 16_000, 0x7FFF, 0xFFFF}) {
                add(name + " of " + side, whole.extension(), Atoms.withSize(whole.bytes(), side));
            }
        }
    }

    private void deepNesting() {
        var ftyp = Atoms.atom("ftyp", latin("isom\0\0\0\0isom"));
        for (var name : List.of("moov", "trak", "udta", "meta")) {
            add("nested " + name, "mp4", concat(ftyp, Atoms.nested(name, 20_000)));
        }
        var head = new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) 0x80, 0x18, 0x53, (byte) 0x80, 0x67, 1};
        var unknown = latin("\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff");
        var tags = latin("\u0012T\u00c3g\u0001\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff".repeat(10_000));
        add("nested tags", "mkv", concat(head, unknown, tags));
        var list = latin("LIST\u00ff\u00ff\u00ff\u007fhdrl".repeat(10_000));
        add("nested lists", "avi", concat(latin("RIFF\u00ff\u00ff\u00ff\u007fAVI "), list));
    }

    private void disguises() {
        add("nothing", "jpg", new byte[0]);
        add("nothing", "mp4", new byte[0]);
        add("zeros", "avi", new byte[5_000]);
        add("heic", "heic", Atoms.atom("ftyp", latin("heic\0\0\0\0mif1heic")));
        add("photo as video", "mp4", originals.photo("jpg").bytes());
        add("video as photo", "jpg", originals.video("h264.mp4").bytes());
        add(
                "photo then video",
                "png",
                concat(
                        originals.photo("png").bytes(),
                        originals.video("h264.mp4").bytes()));
        addText("html", "webp", "<html><body><h1>404 Not Found</h1></body></html>");
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
