package dev.earworm.config;

import dev.earworm.discord.ShardsConfig;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code auto}, or {@code 0-3/16}: this process runs shards 0 to 3 of 16. */
record ShardsFormat() implements ValueFormat<ShardsConfig> {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})/([0-9]{1,6})");

    @Override
    public Parsed<ShardsConfig> parse(String text) {
        if (text.equals("auto")) {
            return new Accepted<>(ShardsConfig.automatic());
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return new Refused<>("allowed is auto, or FIRST-LAST/TOTAL as in 0-3/16");
        }
        return range(
                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)));
    }

    private static Parsed<ShardsConfig> range(int from, int to, int total) {
        if (to < from) {
            return new Refused<>("the first shard may not come after the last");
        }
        if (total == 0) {
            return new Refused<>("there is no bot with 0 shards");
        }
        if (total <= to) {
            return new Refused<>("the last of " + total + " shards is number " + (total - 1));
        }
        return new Accepted<>(ShardsConfig.range(from, to, total));
    }
}
