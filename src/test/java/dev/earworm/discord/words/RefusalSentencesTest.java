package dev.earworm.discord.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.jobs.Refusal.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalSentencesTest {
    @ParameterizedTest
    @EnumSource
    void everyReasonIsAWholeSentence(Reason reason) {
        assertThat(RefusalSentences.because(reason)).matches("[A-Z].*\\.");
    }

    @Test
    void noTwoReasonsReadTheSame() {
        assertThat(Arrays.stream(Reason.values()).map(RefusalSentences::because))
                .doesNotHaveDuplicates();
    }
}
