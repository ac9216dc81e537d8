package dev.earworm.discord.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earworm.discord.delivery.CustomId.Action;
import dev.earworm.music.JobId;
import java.time.Instant;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What a button says is what its handler reads, and nothing else is read. */
class CustomIdPropertyTest {
    @Property(tries = 300)
    void anIdIsReadAsItWasWrittenAndDiscordTakesIt(
            @ForAll Action action,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
            @ForAll @IntRange(min = 0, max = (1 << 22) - 1) int number,
            @ForAll @IntRange(min = -1, max = 99) int part) {
        JobId song = JobId.at(Instant.ofEpochMilli(millis), number);
        CustomId id = new CustomId(action, song, part < 0 ? OptionalInt.empty() : OptionalInt.of(part));

        assertThat(CustomId.parse(id.toString())).contains(id);
        assertThat(id.toString()).hasSizeLessThanOrEqualTo(100);
    }

    @Property(tries = 500)
    void whatIsForgedIsRefusedOrIsAnIdThatWouldBeWrittenLikeThat(@ForAll("forged") String text) {
        assertThat(CustomId.parse(text))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        id -> assertThat(id).get().asString().isEqualTo(text));
    }

    /** Nearly a real one, or anything at all. */
    @Provide
    Arbitrary<String> forged() {
        Arbitrary<String> words = Arbitraries.of("section", "two_stems", "SECTION", "drop", "", "secti\u00F6n");
        Arbitrary<String> songs =
                Arbitraries.of("0000000000000000", "01jd5m8k0zabcdef", "01JD5M8K0ZABCDEF", "../../etc/passwd", "", ":");
        Arbitrary<String> parts =
                Arbitraries.of("", ":", ":0", ":7", ":07", ":99", ":100", ":-1", ":٣", ":7:7", ":7\n", " ");
        return Arbitraries.oneOf(
                Combinators.combine(words, songs, parts).as((word, song, part) -> word + ":" + song + part),
                Arbitraries.strings());
    }
}
