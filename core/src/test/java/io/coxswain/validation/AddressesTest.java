package io.coxswain.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "010.000.0.255",
                "::",
                "::1",
                "1::",
                "2001:db8::ffff",
                "1:2:3:4:5:6:7:8",
                "::ffff:1.2.3.4"
            })
    void addressesOfBothFamiliesAreRead(String text) {
        assertNull(Addresses.ip(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.1.2",
                "10.0.0.256",
                "a.b.c.d",
                "1..2.3",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "fe80::1%eth0",
                "1:",
                "::1.2.3",
                " 10.0.0.1"
            })
    void otherTextsAreRefused(String text) {
        assertNotNull(Addresses.ip(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, true, false",
        "2001:db8::1, false, true",
        "::ffff:10.0.0.1, true, false",
        "host, false, false"
    })
    void familiesAreToldApart(String text, boolean v4, boolean v6) {
        assertEquals(v4, Addresses.ipv4(text) == null);
        assertEquals(v6, Addresses.ipv6(text) == null);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "0.0.0.0/0, true",
        "2001:db8::/64, true",
        "::/128, true",
        "10.0.0.0/33, false",
        "::/129, false",
        "10.0.0.0, false",
        "10.0.0.0/, false",
        "10.0.0.0/x, false"
    })
    void networksHaveAnAddressAndBits(String text, boolean good) {
        assertEquals(good, Addresses.cidr(text) == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "127.3.4.5",
                "::1",
                "169.254.1.1",
                "fe80::1",
                "febf::1",
                "224.0.0.9",
                "ff02::1",
                "x"
            })
    void specialAddressesAreNotOrdinary(String text) {
        assertNotNull(Addresses.ordinary(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "192.168.1.1", "224.0.1.1", "169.253.0.1", "2001:db8::1", "fec0::1", "::2", "ff05::1"
            })
    void otherAddressesAreOrdinary(String text) {
        assertNull(Addresses.ordinary(text));
    }
}
