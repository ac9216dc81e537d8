package dev.earworm.audio.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InscriptionTest {
    private static final int HEIGHT = 20;

    @Test
    void everyFigureIsDrawnAndNoTwoLookAlike() {
        Set<String> drawn = new HashSet<>();
        for (char sign : Inscription.SIGNS.toCharArray()) {
            drawn.add(drawn(Inscription.of(Character.toString(sign), HEIGHT).at(3, 3)));
        }

        assertThat(drawn).hasSize(18).allSatisfy(figure -> assertThat(figure).contains("#"));
    }

    @Test
    void aSevenHasItsBarOnTopAndAnEightIsAsWideBelow() {
        Inscription seven = Inscription.of("7", HEIGHT);
        Inscription eight = Inscription.of("8", HEIGHT);

        assertThat(inkOfRow(seven, 1)).isGreaterThan(inkOfRow(seven, 18) * 2);
        assertThat(inkOfRow(eight, 5)).isCloseTo(inkOfRow(eight, 14), within(1.0));
    }

    @Test
    void theInkStaysWithinTheWidthThatIsReckonedWith() {
        Inscription time = Inscription.of("12:34", HEIGHT).at(50, 10);

        assertThat(time.width()).isBetween(2.0 * HEIGHT, 3.0 * HEIGHT);
        assertThat(inkOfColumn(time, 48)).isZero();
        assertThat(inkOfColumn(time, (int) (52 + time.width()))).isZero();
        assertThat(inkOfColumn(time, 53)).isPositive();
        assertThat(inkOfColumn(time, (int) (47 + time.width()))).isPositive();
    }

    private static double inkOfRow(Inscription inscription, int y) {
        double ink = 0;
        for (int x = -5; x < 100; x++) {
            ink += inscription.ink(x, y);
        }
        return ink;
    }

    private static double inkOfColumn(Inscription inscription, int x) {
        double ink = 0;
        for (int y = 0; y < 50; y++) {
            ink += inscription.ink(x, y);
        }
        return ink;
    }

    private static String drawn(Inscription inscription) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < HEIGHT + 6; y++) {
            for (int x = 0; x < HEIGHT + 6; x++) {
                rows.append(inscription.ink(x, y) > 0.5 ? '#' : ' ');
            }
            rows.append('\n');
        }
        return rows.toString();
    }
}
