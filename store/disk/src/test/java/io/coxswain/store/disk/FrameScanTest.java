package io.coxswain.store.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Groups of frames in a file of zeros, the last of which is torn or has a flipped bit. */
class FrameScanTest {
    private static final int FILE = 16 << 10;

    private ByteBuffer file = ByteBuffer.allocate(FILE);
    private long revision;

    /** An instance may be used for all tries of a property. */
    private void begin() {
        file = ByteBuffer.allocate(FILE);
        revision = 0;
    }

    /** Appends a group of frames; returns where it ends. */
    private int group(int position, int frames, SplittableRandom random) {
        FrameBuffer buffer = new FrameBuffer();
        BodyWriter body = new BodyWriter();
        for (int i = 0; i < frames; i++) {
            body.begin(Body.END);
            body.number(random.nextLong());
            for (int n = random.nextInt(700); n > 0; n--) {
                body.put(1 + random.nextInt(100));
            }
            body.end();
            buffer.add(++revision, body);
        }
        file.put(position, buffer.at(position), 0, buffer.size());
        return position + buffer.size();
    }

    private long read(FrameScan scan) {
        long last = 0;
        while (scan.next()) {
            last = scan.revision();
        }
        return last;
    }

    @Test
    void framesAreReadInOrder() {
        int end = group(group(64, 3, new SplittableRandom(1)), 2, new SplittableRandom(2));
        FrameScan scan = new FrameScan(file, 64);
        assertEquals(5, read(scan));
        assertEquals(end, scan.position());
        assertEquals(FrameScan.Ending.CLEAN, scan.ending());
    }

    @Property(tries = 300)
    void tornLastGroupIsCutNeverTakenForDamage(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int first,
            @ForAll @IntRange(min = 1, max = 5) int last) {
        begin();
        SplittableRandom random = new SplittableRandom(seed);
        int border = group(64, first, random);
        long durable = revision;
        int end = group(border, last, random);
        for (int sector = border / 512; sector * 512 < end; sector++) {
            if (random.nextBoolean()) {
                for (int at = Math.max(border, sector * 512); at < Math.min(end, sector * 512 + 512); at++) {
                    file.put(at, (byte) 0);
                }
            }
        }
        FrameScan scan = new FrameScan(file, 64);
        assertTrue(read(scan) >= durable);
        assertNotEquals(FrameScan.Ending.DAMAGED, scan.ending());
    }

    @Property(tries = 300)
    void flippedBitIsDamageAlsoInTheLastGroup(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 2) int first,
            @ForAll @IntRange(min = 1, max = 3) int last) {
        begin();
        SplittableRandom random = new SplittableRandom(seed);
        int border = group(64, first, random);
        int end = group(border, last, random);
        int at = 64 + random.nextInt(end - 64);
        file.put(at, (byte) (file.get(at) ^ 1 << random.nextInt(8)));
        FrameScan scan = new FrameScan(file, 64);
        long found = read(scan);
        assertTrue(
                found == revision || scan.ending() == FrameScan.Ending.DAMAGED, "found " + found + " of " + revision);
    }

    @Test
    void lostSectorBeforeALaterGroupIsDamage() {
        int border = group(64, 1, new SplittableRandom(5));
        group(border, 1, new SplittableRandom(6));
        for (int at = 64; at < 128; at++) {
            file.put(at, (byte) 0);
        }
        FrameScan scan = new FrameScan(file, 64);
        assertFalse(scan.next());
        assertEquals(FrameScan.Ending.DAMAGED, scan.ending());
        assertTrue(scan.skipToFrame());
        assertEquals(border, scan.offset());
    }
}
