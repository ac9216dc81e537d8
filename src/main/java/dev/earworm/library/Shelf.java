package dev.earworm.library;

/** Some of the songs of a guild, as far as a reader may see them. */
public record Shelf(Kind kind, Reader reader) {
    /** Which ones. The order is that of numbers in buttons: new ones go to the end. */
    public enum Kind {
        /** The reader's own. */
        MINE,
        /** Those of them that the reader marked. */
        FAVOURITES,
        /** Everybody's that were posted for all to hear, where the reader can. */
        EVERYONE
    }
}
