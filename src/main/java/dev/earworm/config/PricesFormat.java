package dev.earworm.config;

import dev.earworm.music.PriceConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What models cost, as {@code elevenlabs/music_v2=0.15/minute}, with commas between them.
 *
 * @param providers whose models there can be; a price of nobody's model would be one that is believed in and not used
 */
record PricesFormat(List<String> providers) implements ValueFormat<PriceConfig> {
    @Override
    public Parsed<PriceConfig> parse(String text) {
        try {
            PriceConfig prices = PriceConfig.parse(text);
            return unknownProvider(text)
                    .or(() -> repetition(text, prices))
                    .<Parsed<PriceConfig>>map(Refused::new)
                    .orElseGet(() -> new Accepted<>(prices));
        } catch (IllegalArgumentException e) {
            return new Refused<>(Quoted.plain(String.valueOf(e.getMessage())));
        }
    }

    private Optional<String> unknownProvider(String text) {
        return Arrays.stream(text.split(","))
                .map(entry -> entry.substring(0, entry.indexOf('/')).strip())
                .filter(name -> !providers.contains(name))
                .findFirst()
                .map(name -> "there is no provider " + Quoted.of(name));
    }

    private static Optional<String> repetition(String text, PriceConfig prices) {
        long entries = text.chars().filter(character -> character == ',').count() + 1;
        return prices.own().size() < entries ? Optional.of("a model is there twice") : Optional.empty();
    }
}
