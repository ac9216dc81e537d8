package dev.earworm.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.ChannelId;
import dev.earworm.jobs.JobState;
import dev.earworm.music.ModelId;
import dev.earworm.music.Usd;
import dev.earworm.quota.UserId;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageSheetTest {
    private static final UserId ALICE = new UserId(10);

    @Test
    void itBeginsWithAByteOrderMarkAndAHeadingAndEndsEachLineAsTheStandardWants() {
        StringWriter out = new StringWriter();
        UsageSheet sheet = new UsageSheet(out, Map.of(ALICE, "夜の雨 🎵"));

        sheet.accept(song(Optional.of(ALICE), Duration.ofMillis(12_500)));

        assertThat(out)
                .hasToString("\uFEFF"
                        + "asked_at_utc,member_id,member_name,channel_id,model,seconds,state,estimated_usd,actual_usd\r\n"
                        + "2026-11-21 12:00:00,10,夜の雨 🎵,7,elevenlabs/music_v2,12.5,delivered,0.400000,\r\n");
    }

    @Test
    void aForgottenMemberHasNeitherIdNorNameAndOneWhoLeftHasNoName() {
        assertThat(row(Optional.empty(), Map.of())).contains("12:00:00,,(forgotten),7,");
        assertThat(row(Optional.of(ALICE), Map.of())).contains("12:00:00,10,,7,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "§ =1+1§|' =1+1",
                "＝1+1|'＝1+1",
                "§\t=1§|'\t=1",
                "a=b|a=b",
                "a, b|\"a, b\"",
                "=a, \"b\"|\"'=a, \"\"b\"\"\"",
                "say \"hi\"|\"say \"\"hi\"\"\"",
                "§a\nb§|§\"a\nb\"§",
                "'quoted'|'quoted'"
            })
    void aNameIsNeverRunAsAFormulaAndNeverBreaksTheTable(String name, String cell) {
        assertThat(row(Optional.of(ALICE), Map.of(ALICE, name))).contains(",10," + cell + ",7,");
    }

    private static String row(Optional<UserId> member, Map<UserId, String> names) {
        StringWriter out = new StringWriter();
        new UsageSheet(out, names).accept(song(member, UsedSongs.LENGTH));
        return out.toString();
    }

    private static UsedSong song(Optional<UserId> member, Duration length) {
        return new UsedSong(
                Instant.parse("2026-11-21T12:00:00.123Z"),
                member,
                Optional.of(new ChannelId(7)),
                new ModelId("elevenlabs", "music_v2"),
                length,
                JobState.DELIVERED,
                Optional.of(Usd.of("0.4")),
                Optional.empty());
    }
}
