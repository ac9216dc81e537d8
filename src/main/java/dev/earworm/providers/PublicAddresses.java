package dev.earworm.providers;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether an address belongs to the public Internet, so that an audio URL cannot make the bot read its
 * operator's own network.
 *
 * <p>Of IPv4 everything but the special-purpose blocks; of IPv6 only global unicast without its special-purpose blocks,
 * and NAT64 in front of a public IPv4 address (IANA's IPv4 and IPv6 Special-Purpose Address Registries).
 */
final class PublicAddresses {
    private static final List<Block> SPECIAL_IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Block GLOBAL_UNICAST = Block.parse("2000::/3");
    private static final List<Block> SPECIAL_IPV6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static final Block NAT64 = Block.parse("64:ff9b::/96");
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    /** @param address in network order, 4 or 16 bytes */
    static boolean contains(byte[] address) {
        if (address.length == IPV4_LENGTH) {
            return isOutsideOf(SPECIAL_IPV4, address);
        }
        if (NAT64.contains(address)) {
            return contains(Arrays.copyOfRange(address, IPV6_LENGTH - IPV4_LENGTH, IPV6_LENGTH));
        }
        return GLOBAL_UNICAST.contains(address) && isOutsideOf(SPECIAL_IPV6, address);
    }

    private static boolean isOutsideOf(List<Block> blocks, byte[] address) {
        return blocks.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(Block::parse).toList();
    }

    /** A range of addresses that begin with the same bits. */
    private record Block(InetAddress first, int bits) {
        static Block parse(String text) {
            int slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            byte[] prefix = first.getAddress();
            if (prefix.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((prefix[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
