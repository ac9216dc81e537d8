package dev.earworm.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a song is called: its file has a name that every system takes, and stays in its folder. */
class SlugPropertyTest {
    @Provide
    Arbitrary<String> titles() {
        Arbitrary<String> pieces = Arbitraries.of(
                "A calm river",
                "../",
                "..\\",
                "/etc/passwd",
                "con",
                "LPT1",
                "nul.",
                "\0",
                "-",
                "--",
                "Ærøskøbing",
                "ﬁ",
                "Straße",
                "静かな川",
                "İ",
                "ǆ",
                "½",
                "👩‍👩‍👧",
                "x".repeat(59),
                "rock'n'roll",
                " ");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(5).map(all -> String.join("", all)), Arbitraries.strings());
    }

    @Property(tries = 500)
    void aNameIsPlainAndShortAndStaysAsItIs(@ForAll("titles") String title) {
        Slug slug = Slug.of(title);
        Path folder = Path.of("songs").toAbsolutePath();
        Path file = folder.resolve(slug.fileName(AudioKind.MP3)).normalize();

        assertThat(slug.text()).matches("[a-z0-9-]{1,60}").doesNotMatch("con|prn|aux|nul|(com|lpt)[0-9]");
        assertThat(Slug.of(slug.text())).isEqualTo(slug);
        assertThat(file.getParent()).isEqualTo(folder);
    }

    @Property(tries = 300)
    void twoPartsOfOneSongHaveTwoNames(@ForAll("titles") String title) {
        assertThat(Slug.of(title, "drums")).isNotEqualTo(Slug.of(title, "vocals"));
        assertThat(Slug.of(title, "drums").text()).endsWith("-drums").hasSizeLessThanOrEqualTo(60);
    }
}
