package dev.earworm.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earworm.quota.GuildId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardRangeTest {
    @ParameterizedTest
    @CsvSource({"197038439483310086, 16, 2", "-4194304, 16, 15", "4194303, 16, 0", "0, 16, 0", "0, 1, 0"})
    void aGuildBelongsToTheShardThatDiscordSendsItsEventsTo(long guild, int total, int shard) {
        assertThat(new ShardRange(0, 0, total).shardOf(new GuildId(guild))).isEqualTo(shard);
    }

    @Test
    void outsideOfServersSongsBelongToTheFirstShard() {
        assertThat(new ShardRange(0, 3, 16).has(GuildId.OUTSIDE)).isTrue();
        assertThat(new ShardRange(4, 15, 16).has(GuildId.OUTSIDE)).isFalse();
        assertThat(ShardRange.WHOLE.has(GuildId.OUTSIDE)).isTrue();
    }

    @Test
    void everyGuildBelongsToExactlyOneOfTheProcesses() {
        for (long guild = 0; guild < 64; guild++) {
            GuildId id = new GuildId(guild << 22);
            assertThat(new ShardRange(0, 3, 9).has(id) ^ new ShardRange(4, 8, 9).has(id))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1", "1, 0, 2", "0, 1, 1", "0, 0, 0"})
    void whatIsNoRangeIsRefused(int first, int last, int total) {
        assertThatThrownBy(() -> new ShardRange(first, last, total)).isInstanceOf(IllegalArgumentException.class);
    }
}
