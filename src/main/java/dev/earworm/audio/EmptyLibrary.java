package dev.earworm.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A Linux shared library that holds nothing.
 *
 * <p>The bundled ffmpeg is linked to the libraries of sound servers and screens, though it only touches them to record
 * from them. Servers and containers rarely have those, and without them the loader refuses to start ffmpeg at all. It
 * binds their functions only when they are called, which Earworm never does, so an empty file of the right name is
 * enough. Layout: https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
 */
final class EmptyLibrary {
    private static final int FILE_HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int DYNAMIC_ENTRY = 16;
    private static final int SYMBOL = 24;

    private static final int DYNAMIC = FILE_HEADER + 3 * PROGRAM_HEADER;
    private static final int DYNAMIC_SIZE = 5 * DYNAMIC_ENTRY;
    private static final int SYMBOLS = DYNAMIC + DYNAMIC_SIZE;
    private static final int STRINGS = SYMBOLS + SYMBOL;
    private static final int SIZE = STRINGS + 8;

    /** The largest page that Linux uses on our machines; a multiple of the others. */
    private static final long PAGE = 0x10000;

    private static final int READ_WRITE = 6;
    private static final int MACHINE_OFFSET = 18;

    private EmptyLibrary() {}

    /** @param program the start of a 64-bit little-endian ELF file, whose processor the library is for */
    static byte[] forTheMachineOf(byte[] program) {
        short machine = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN).getShort(MACHINE_OFFSET);
        ByteBuffer elf = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        putFileHeader(elf, machine);
        putSegment(elf, 1 /* PT_LOAD */, 0, SIZE, PAGE);
        putSegment(elf, 2 /* PT_DYNAMIC */, DYNAMIC, DYNAMIC_SIZE, 8);
        // Without this one the loader asks for an executable stack.
        putSegment(elf, 0x6474e551 /* PT_GNU_STACK */, 0, 0, 16);
        elf.putLong(5 /* DT_STRTAB */).putLong(STRINGS);
        elf.putLong(10 /* DT_STRSZ */).putLong(1);
        elf.putLong(6 /* DT_SYMTAB */).putLong(SYMBOLS);
        elf.putLong(11 /* DT_SYMENT */).putLong(SYMBOL);
        return elf.array();
    }

    private static void putFileHeader(ByteBuffer elf, short machine) {
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2 /* 64 bits */, 1 /* little-endian */, 1});
        elf.position(16);
        elf.putShort((short) 3 /* ET_DYN */).putShort(machine).putInt(1);
        elf.putLong(0).putLong(FILE_HEADER).putLong(0).putInt(0);
        elf.putShort((short) FILE_HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        elf.position(FILE_HEADER);
    }

    private static void putSegment(ByteBuffer elf, int type, long offset, long size, long alignment) {
        elf.putInt(type).putInt(READ_WRITE);
        elf.putLong(offset).putLong(offset).putLong(offset);
        elf.putLong(size).putLong(size).putLong(alignment);
    }
}
