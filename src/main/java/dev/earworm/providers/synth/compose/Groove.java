package dev.earworm.providers.synth.compose;

import dev.earworm.providers.synth.prompt.TextTable;
import dev.earworm.providers.synth.prompt.TextTable.Row;
import dev.earworm.providers.synth.score.Drum;
import dev.earworm.providers.synth.theory.Meter;
import java.util.EnumMap;
import java.util.Map;

/** A drummer's habit: which drums are struck at which sixteenths, in three strengths. */
record Groove(String name, Map<Variant, Map<Drum, StepPattern>> variants) {
    /** How much the drummer plays; the last two are for bars that are not in common time. */
    enum Variant {
        LIGHT,
        MAIN,
        FULL,
        TRIPLE,
        SIX
    }

    Groove {
        variants = Map.copyOf(variants);
    }

    static Groove parse(TextTable table, TextTable fallback) {
        Map<Variant, Map<Drum, StepPattern>> variants = new EnumMap<>(Variant.class);
        fallback.rows().forEach(row -> put(variants, row));
        for (Variant variant : Variant.values()) {
            if (table.rows().stream().anyMatch(row -> variantOf(row) == variant)) {
                variants.remove(variant);
            }
        }
        table.rows().forEach(row -> put(variants, row));
        Map<Drum, StepPattern> full = new EnumMap<>(Drum.class);
        full.putAll(variants.getOrDefault(Variant.MAIN, Map.of()));
        full.putAll(variants.getOrDefault(Variant.FULL, Map.of()));
        variants.put(Variant.FULL, full);
        return new Groove(table.name(), variants);
    }

    boolean isSilent() {
        return !variants.containsKey(Variant.MAIN);
    }

    /** The rows for a meter; those of triple meters have one strength. */
    Map<Drum, StepPattern> rows(Variant strength, Meter meter) {
        Variant variant = switch (meter) {
            case THREE_FOUR -> Variant.TRIPLE;
            case SIX_EIGHT -> Variant.SIX;
            case FOUR_FOUR, FIVE_FOUR, SEVEN_EIGHT -> strength;
        };
        return variants.getOrDefault(variant, Map.of());
    }

    private static void put(Map<Variant, Map<Drum, StepPattern>> variants, Row row) {
        String drum = row.key().substring(row.key().indexOf(' ') + 1);
        variants.computeIfAbsent(variantOf(row), _ -> new EnumMap<>(Drum.class))
                .put(Drum.titled(drum), StepPattern.parse(row.value()));
    }

    private static Variant variantOf(Row row) {
        return Variant.valueOf(row.key().substring(0, row.key().indexOf(' ')).toUpperCase(java.util.Locale.ROOT));
    }
}
