package io.coxswain.endpoint;

/**
 * Addresses of a row: one half of a block {@code 127.n.0.0/16}, or the one address of a machine that has no other. Addresses
 * that end in 0 or 255 are left out. Immutable.
 */
public final class AddressRange {
    private static final int PER_OCTET = 254;

    private final String prefix;
    private final int thirdOctet;
    private final int size;

    private AddressRange(String prefix, int thirdOctet, int size) {
        this.prefix = prefix;
        this.thirdOctet = thirdOctet;
        this.size = size;
    }

    static AddressRange of(int secondOctet, int thirdOctet, int size) {
        return new AddressRange("127." + secondOctet + ".", thirdOctet, size);
    }

    /** Only 127.0.0.1, which everything shares. */
    public static AddressRange single() {
        return of(0, 0, 1);
    }

    /** How many addresses there are. */
    public int size() {
        return size;
    }

    /** Whether there is only one address, which everything shares; ports then tell things apart. */
    public boolean isSingle() {
        return size == 1;
    }

    /**
     * The address with this index.
     *
     * @throws IndexOutOfBoundsException if the index isn't from 0 to {@code size() - 1}
     */
    public String address(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + ": must be from 0 to " + (size - 1));
        }
        return prefix + (thirdOctet + index / PER_OCTET) + "." + (1 + index % PER_OCTET);
    }

    /** The index of an address, -1 if it is none of these. */
    public int indexOf(String address) {
        int dot = address.indexOf('.', prefix.length());
        if (!address.startsWith(prefix) || dot < 0) {
            return -1;
        }
        int third = octet(address, prefix.length(), dot);
        int fourth = octet(address, dot + 1, address.length());
        if (third < thirdOctet || fourth < 1 || fourth > PER_OCTET) {
            return -1;
        }
        int index = (third - thirdOctet) * PER_OCTET + fourth - 1;
        return index < size ? index : -1;
    }

    private static int octet(String address, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char digit = address.charAt(i);
            value = value * 10 + digit - '0';
            if (digit < '0' || digit > '9' || value > 255 || i > from && value < 10) {
                return -1;
            }
        }
        return from == to ? -1 : value;
    }

    public boolean contains(String address) {
        return indexOf(address) >= 0;
    }

    /** Such as {@code 127.80.0.1-127.80.127.254}. */
    @Override
    public String toString() {
        return isSingle() ? address(0) : address(0) + "-" + address(size - 1);
    }
}
