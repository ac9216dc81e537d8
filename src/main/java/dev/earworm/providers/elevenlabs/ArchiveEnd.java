package dev.earworm.providers.elevenlabs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of an archive, which says how long its list of entries is (APPNOTE.TXT, 4.3.16). Java reads that list whole before
 * anybody can count it, so an archive of half a gigabyte that is nothing but list would take as much memory.
 */
final class ArchiveEnd {
    /** Of a few entries with long names it is some kilobytes. */
    private static final long LONGEST_LIST = 1 << 20;

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int LIST_LENGTH_AT = 12;
    private static final int LONGEST_COMMENT = 0xffff;
    /** The length stands elsewhere, in a longer number (4.4.1.4). */
    private static final long ELSEWHERE = 0xffff_ffffL;

    private ArchiveEnd() {}

    /**
     * Looks at everything that may be the end: a comment behind it can hold another one. But sound may look like an end by
     * chance; a list that is longer than what stands before its end is none, and Java does not read it.
     */
    static boolean hasLongList(Path archive) throws IOException {
        ByteBuffer tail = tail(archive);
        long before = Files.size(archive) - tail.limit();
        for (int at = 0; at + LENGTH <= tail.limit(); at++) {
            if (tail.getInt(at) == SIGNATURE && isLong(tail.getInt(at + LIST_LENGTH_AT), before + at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLong(int claimed, long before) {
        long length = Integer.toUnsignedLong(claimed);
        return length > LONGEST_LIST && (length <= before || length == ELSEWHERE);
    }

    private static ByteBuffer tail(Path archive) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
            byte[] tail = new byte[Math.toIntExact(Math.min(file.length(), LENGTH + LONGEST_COMMENT))];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
