package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendFailurePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "403, 50001",
        "403, 50013",
        "404, 10003",
        "404, 10004",
        "403, 50007",
        "404, 10015",
        "401, 50027",
        "404, 10062",
        "404, 10008",
        "400, 40094",
        "400, 50083",
        "400, 200000",
        "400, 30046",
        "400, 50035"
    })
    void aPlaceThatSaysNoIsClosed(int status, int code) {
        assertThat(SendFailurePolicy.judge(status, code, "no")).isInstanceOf(Sent.Closed.class);
    }

    @ParameterizedTest
    @CsvSource({"413, 40005", "400, 40005", "413, 0", "400, 50045"})
    void aFileThatIsTooLargeIsSaidToBe(int status, int code) {
        assertThat(SendFailurePolicy.judge(status, code, "no")).isInstanceOf(Sent.TooLarge.class);
    }

    @ParameterizedTest
    @CsvSource({"500, 0", "503, 0", "-1, -1", "0, 0", "429, 0", "400, 20016", "403, 40003", "401, 0"})
    void whatMayPassIsToBeTriedLater(int status, int code) {
        assertThat(SendFailurePolicy.judge(status, code, "no")).isInstanceOf(Sent.Later.class);
    }
}
