package dev.earworm.discord.command;

import dev.earworm.music.Usd;
import dev.earworm.quota.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Amounts as admins type them: songs, minutes of music, US dollars. */
final class QuotaAmount {
    /** Of anything. */
    static final int MOST = 1_000_000;

    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

    private QuotaAmount() {}

    /** In the measure's unit; empty for what is no amount of it, such as half a song. */
    static Optional<Long> read(double typed, Measure measure) {
        if (!(typed >= 0 && typed <= MOST)) {
            return Optional.empty();
        }
        BigDecimal amount = BigDecimal.valueOf(typed);
        return switch (measure) {
            case CONCURRENT_SONGS, SONGS ->
                amount.stripTrailingZeros().scale() <= 0 ? Optional.of(amount.longValueExact()) : Optional.empty();
            case SECONDS ->
                Optional.of(amount.multiply(SECONDS)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
            case USD -> Optional.of(Usd.of(amount).micros());
        };
    }
}
