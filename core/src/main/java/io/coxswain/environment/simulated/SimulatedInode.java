package io.coxswain.environment.simulated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a file holds, apart from its name: what a reader sees, and what a loss of power would leave. */
final class SimulatedInode {
    private byte[] seen = new byte[0];
    private byte[] durable = new byte[0];
    /** Written, and made durable by the next force. */
    private List<Piece> unforced = new ArrayList<>();
    /** Written, and no longer made durable by a force, as one has failed; may be lost or not. */
    private final List<Piece> inDoubt = new ArrayList<>();

    private static final class Piece {
        private final int position;
        private final byte[] bytes;

        Piece(int position, byte[] bytes) {
            this.position = position;
            this.bytes = bytes;
        }
    }

    int size() {
        return seen.length;
    }

    byte[] seen() {
        return seen;
    }

    void write(int position, byte[] bytes) {
        seen = with(seen, position, bytes);
        unforced.add(new Piece(position, bytes));
    }

    /** Begins a force of what is written by now; all of it is in doubt until the force has succeeded. */
    Force beginForce() {
        Force force = new Force(unforced);
        unforced = new ArrayList<>();
        inDoubt.addAll(force.covered);
        return force;
    }

    /** A force that is under way, or has failed. */
    final class Force {
        private final List<Piece> covered;

        private Force(List<Piece> covered) {
            this.covered = covered;
        }

        void succeeded() {
            inDoubt.removeIf(piece -> covered.stream().anyMatch(mine -> mine == piece));
            covered.forEach(piece -> durable = with(durable, piece.position, piece.bytes));
        }
    }

    void flip(long bit) {
        int index = (int) (bit / 8);
        byte mask = (byte) (1 << (bit % 8));
        seen = seen.clone();
        seen[index] ^= mask;
        if (index < durable.length) {
            durable = durable.clone();
            durable[index] ^= mask;
        }
    }

    /** The power has gone: what is seen from now on is what was left. */
    void lose(DiskLoss loss, RandomGenerator random) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : inDoubt) {
            split(piece, loss.unit, pieces);
        }
        for (Piece piece : unforced) {
            split(piece, loss.unit, pieces);
        }
        int kept = loss == DiskLoss.THE_LATEST ? random.nextInt(pieces.size() + 1) : 0;
        for (int i = 0; i < pieces.size(); i++) {
            boolean survives = switch (loss) {
                case EVERYTHING -> false;
                case NOTHING -> true;
                case THE_LATEST -> i < kept;
                case ANY_SECTORS, ANY_BLOCKS -> random.nextBoolean();
            };
            if (survives) {
                durable = with(durable, pieces.get(i).position, pieces.get(i).bytes);
            }
        }
        seen = durable;
        inDoubt.clear();
        unforced = new ArrayList<>();
    }

    private static void split(Piece piece, int unit, List<Piece> into) {
        int from = 0;
        while (from < piece.bytes.length) {
            int position = piece.position + from;
            int to = Math.min(piece.bytes.length, from + unit - position % unit);
            into.add(new Piece(position, Arrays.copyOfRange(piece.bytes, from, to)));
            from = to;
        }
    }

    /** Never changes the array that it is given, which may be both what is seen and what is durable. */
    private static byte[] with(byte[] before, int position, byte[] bytes) {
        byte[] after = Arrays.copyOf(before, Math.max(before.length, position + bytes.length));
        System.arraycopy(bytes, 0, after, position, bytes.length);
        return after;
    }
}
