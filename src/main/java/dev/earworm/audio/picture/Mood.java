package dev.earworm.audio.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What words look like: rain is blue, a forest green, metal dark and red. */
enum Mood {
    WATER(235, Light.DUSK, "rain", "river", "water", "ocean", "sea", "wave", "lake", "storm", "blue", "blues"),
    SORROW(262, Light.NIGHT, "sad", "melanchol", "lonely", "grief", "tears", "requiem", "farewell"),
    NIGHT(
            285,
            Light.NIGHT,
            "night",
            "midnight",
            "moon",
            "star",
            "space",
            "cosmic",
            "dream",
            "sleep",
            "lullaby",
            "dark"),
    SUN(65, Light.DAY, "sun", "summer", "happy", "beach", "desert", "tropical", "joy", "ukulele", "reggae", "children"),
    EMBER(42, Light.DUSK, "fire", "sunset", "evening", "autumn", "jazz", "coffee", "cozy", "campfire", "waltz", "soul"),
    FOREST(150, Light.DUSK, "forest", "tree", "wood", "folk", "green", "nature", "garden", "celtic", "jungle", "bird"),
    MEADOW(135, Light.DAY, "meadow", "spring", "morning", "country", "acoustic"),
    ROSE(355, Light.DAY, "love", "romance", "romantic", "rose", "pink", "valentine", "wedding", "sweet", "heart"),
    IRON(25, Light.NIGHT, "metal", "rage", "blood", "punk", "war", "battle", "epic", "rock", "horror", "angry"),
    NEON(325, Light.NIGHT, "synth", "neon", "cyber", "disco", "electro", "techno", "club", "house", "retro", "dance"),
    FROST(218, Light.DAY, "snow", "winter", "ice", "christmas", "calm", "ambient", "meditat", "lo-fi", "lofi", "piano");

    /** How bright the scene is. */
    enum Light {
        NIGHT,
        DUSK,
        DAY
    }

    private final double hue;
    private final Light light;
    private final List<String> beginnings;

    Mood(double hue, Light light, String... beginnings) {
        this.hue = hue;
        this.light = light;
        this.beginnings = List.of(beginnings);
    }

    /** Of the first word that has one. */
    static Optional<Mood> of(String words) {
        return Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"))
                .flatMap(word -> Stream.of(values()).filter(mood -> mood.isMeantBy(word)))
                .findFirst();
    }

    double hue() {
        return hue;
    }

    Light light() {
        return light;
    }

    private boolean isMeantBy(String word) {
        return beginnings.stream().anyMatch(word::startsWith);
    }
}
