package dev.earworm.rules;

import dev.earworm.music.AudioFormat;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.MusicModel.LyricsPlace;
import dev.earworm.music.Price;
import dev.earworm.music.ReferenceRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The README's table of models, as the catalogue has it. */
final class CatalogueTable {
    static final String HEAD = """
            | Model | Seconds | Prompt | Lyrics | Can | Price |
            |---|---|---|---|---|---|
            """;

    private CatalogueTable() {}

    static String row(MusicModel model) {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        model.id(),
                        seconds(model),
                        prompt(model),
                        lyrics(model),
                        abilities(model),
                        model.price().map(Price::toString).orElse("unknown"));
    }

    private static String seconds(MusicModel model) {
        long usual = model.length().usual().toSeconds();
        return model.has(Feature.LENGTH)
                ? "%d to %d, else %d"
                        .formatted(
                                model.length().minimum().toSeconds(),
                                model.length().maximum().toSeconds(),
                                usual)
                : "its own, about " + usual;
    }

    private static String prompt(MusicModel model) {
        String range = model.prompt().minimum() > 1
                ? model.prompt().minimum() + " to " + model.prompt().maximum()
                : String.valueOf(model.prompt().maximum());
        boolean shared = model.has(Feature.LYRICS) && model.lyricsPlace() == LyricsPlace.IN_PROMPT;
        return shared ? range + ", lyrics included" : range;
    }

    private static String lyrics(MusicModel model) {
        if (!model.has(Feature.LYRICS)) {
            return "no";
        }
        String range = model.lyrics().minimum() > 1
                ? model.lyrics().minimum() + " to " + model.lyrics().maximum()
                : String.valueOf(model.lyrics().maximum());
        return model.needs(Feature.LYRICS) ? range + ", required" : range;
    }

    private static String abilities(MusicModel model) {
        List<String> abilities = new ArrayList<>();
        if (model.has(Feature.INSTRUMENTAL)) {
            abilities.add("instrumental");
        }
        if (model.has(Feature.SEED)) {
            abilities.add("seed");
        }
        if (model.has(Feature.SEED_WITH_PLAN)) {
            abilities.add("seed with a plan");
        }
        if (model.has(Feature.PLAN)) {
            abilities.add("plan");
        }
        if (model.has(Feature.EXTEND)) {
            abilities.add("extend");
        }
        if (model.has(Feature.STEMS)) {
            abilities.add("stems");
        }
        model.reference().ifPresent(rule -> abilities.add(reference(model, rule)));
        abilities.add(Arrays.stream(AudioFormat.values())
                .filter(model.formats()::contains)
                .map(AudioFormat::title)
                .collect(Collectors.joining("/")));
        return String.join(", ", abilities);
    }

    private static String reference(MusicModel model, ReferenceRule rule) {
        return "reference of %d to %d s%s"
                .formatted(
                        rule.minimum().toSeconds(),
                        rule.maximum().toSeconds(),
                        model.needs(Feature.REFERENCE) ? ", required" : "");
    }
}
