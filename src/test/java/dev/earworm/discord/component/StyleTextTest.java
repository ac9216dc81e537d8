package dev.earworm.discord.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTextTest {
    @Test
    void stylesAreReadWithCommasOrLinesBetweenAndAMinusBeforeWhatIsNotWanted() {
        assertThat(StyleText.read("calm,  lo-fi piano \n-drums,\u2212 bass guitar, \u2013choir"))
                .isEqualTo(new StyleText(List.of("calm", "lo-fi piano"), List.of("drums", "bass guitar", "choir")));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        StyleText styles = new StyleText(List.of("warm", "lo-fi"), List.of("drums"));

        assertThat(styles.written()).isEqualTo("warm, lo-fi, -drums");
        assertThat(StyleText.read(styles.written())).isEqualTo(styles);
    }

    @Test
    void nothingVisibleIsNoStyle() {
        assertThat(StyleText.read(" ,\u200b,-, - ,\n")).isEqualTo(new StyleText(List.of(), List.of()));
        assertThat(StyleText.list(" ,-,\u200b")).isEmpty();
    }

    @Test
    void whereAMinusSaysNothingItIsLeftOut() {
        assertThat(StyleText.list("-drums, choir\u3001lo-fi")).containsExactly("drums", "choir", "lo-fi");
    }
}
