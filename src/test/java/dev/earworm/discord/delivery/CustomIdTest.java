package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomIdTest {
    @ParameterizedTest
    @EnumSource
    void anIdReadsBackAsItWasWrittenAndFitsIntoAButton(Action action) {
        CustomId id = new CustomId(action, JobId.next(Instant.now()));

        assertThat(CustomId.parse(id.toString())).contains(id);
        assertThat(id.toString()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void anIdOfAPartReadsBackAsItWasWritten() {
        CustomId id = new CustomId(Action.SECTION, new JobId("0123456789abcdef")).of(29);

        assertThat(id).hasToString("section:0123456789abcdef:29");
        assertThat(CustomId.parse(id.toString())).contains(id);
    }

    @Test
    void whatConcernsTheServerReadsBackTooAndMeansNoSong() {
        CustomId id = CustomId.ofGuild(Action.SETTING, 1);

        assertThat(id).hasToString("setting:0000000000000000:1");
        assertThat(CustomId.parse(id.toString())).contains(id);
    }

    @Test
    void theWordsAreWhatButtonsInOldMessagesHold() {
        JobId song = new JobId("0123456789abcdef");
        assertThat(new CustomId(Action.CANCEL, song)).hasToString("cancel:0123456789abcdef");
        assertThat(new CustomId(Action.SUGGEST, song)).hasToString("suggest:0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "cancel",
                "cancel:",
                "cancel:0123456789ABCDEF",
                "cancel:0123456789abcde",
                "cancel:0123456789abcdef0",
                "cancel:0123456789abcdef:",
                "section:0123456789abcdef:-1",
                "section:0123456789abcdef:01",
                "section:0123456789abcdef:100",
                "section:0123456789abcdef:1:2",
                " cancel:0123456789abcdef",
                "Cancel:0123456789abcdef",
                "explode:0123456789abcdef",
                "cancel:../../../../etc/p"
            })
    void anythingElseIsNoId(String forged) {
        assertThat(CustomId.parse(forged)).isEmpty();
    }
}
