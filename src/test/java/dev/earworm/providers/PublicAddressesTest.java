package dev.earworm.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8"
            })
    void thePublicInternetMayBeAsked(String literal) {
        assertThat(PublicAddresses.contains(InetAddress.ofLiteral(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "ff02::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::8.8.8.8",
                // Zones, sites, and everything that is one to many.
                "fe80::1%1",
                "febf::1",
                "feff::1",
                "fdff:ffff::1",
                "ff01::1",
                "ff05::1:3",
                "ff0e::1",
                // Ways around IPv4: Teredo, 6to4, compatible, translated, and what networks translate for themselves.
                "2001:0:808:808::f7f7:f7f7",
                "2002:808:808::1",
                "2002:a00:1::1",
                "2002:a9fe:a9fe::1",
                "::10.0.0.1",
                "::ffff:0:10.0.0.1",
                "::ffff:0:8.8.8.8",
                "64:ff9b::127.0.0.1",
                "64:ff9b::0.0.0.0",
                "64:ff9b::100.64.0.1",
                "64:ff9b:1:fffe::8.8.8.8",
                // Kept for tests, benchmarks, books, hashes, routers and the bin.
                "2001:1::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:30::1",
                "2001:1ff:ffff::1",
                "2001:db8:ffff::1",
                "3fff:fff::1",
                "5f00::1",
                "100:0:0:1::1",
                "1fff::1",
                "4000::1"
            })
    void everythingElseMayNot(String literal) {
        assertThat(PublicAddresses.contains(InetAddress.ofLiteral(literal))).isFalse();
    }

    /** What Java knows of addresses is less than the registries say, and was written by others. */
    @Test
    void whateverJavaTakesForLocalMayNot() throws UnknownHostException {
        Random random = new Random(7);
        int local = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
            random.nextBytes(bytes);
            if (bytes.length == 16) {
                // Most of IPv6 is nobody's; here are those that are somebody's.
                bytes[0] = new byte[] {0, 0x20, (byte) 0xfc, (byte) 0xfe, (byte) 0xff}[random.nextInt(5)];
            }
            InetAddress address = InetAddress.getByAddress(bytes);
            if (isLocal(address)) {
                local++;
                assertThat(PublicAddresses.contains(address))
                        .as(address.toString())
                        .isFalse();
            }
        }
        assertThat(local).isGreaterThan(10_000);
    }

    private static boolean isLocal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** Java itself unwraps these to IPv4, so the bytes are given as they would be on a wire. */
    @Test
    void anIpv4AddressDressedAsIpv6MayNotEvenWhenItIsPublic() {
        assertThat(PublicAddresses.contains(mapped(127, 0, 0, 1))).isFalse();
        assertThat(PublicAddresses.contains(mapped(10, 0, 0, 1))).isFalse();
        assertThat(PublicAddresses.contains(mapped(8, 8, 8, 8))).isFalse();
    }

    /** As in a URL: the spelling is OkHttp's and Java's to read, the address is ours to judge. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.1/",
                "https://2130706433/",
                "https://0/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://１２７.０.０.１/"
            })
    void strangeSpellingsOfPrivateAddressesAreSeenThrough(String url) throws UnknownHostException {
        String host = HttpUrl.get(url).host();

        assertThat(PublicAddresses.contains(InetAddress.getByName(host))).isFalse();
    }

    private static byte[] mapped(int... ipv4) {
        byte[] address = new byte[16];
        address[10] = (byte) 0xff;
        address[11] = (byte) 0xff;
        for (int i = 0; i < ipv4.length; i++) {
            address[12 + i] = (byte) ipv4[i];
        }
        return address;
    }
}
