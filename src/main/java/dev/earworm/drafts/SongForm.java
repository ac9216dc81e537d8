package dev.earworm.drafts;

/**
 * What a member typed into a form, as it came in; nothing is checked, and what was left empty is empty.
 *
 * @param length in the member's way of writing it
 * @param model as {@code provider/model}
 */
public record SongForm(String prompt, String lyrics, String style, String length, String model) {
    public static final SongForm EMPTY = new SongForm("", "", "", "", "");

    public SongForm withModel(String other) {
        return new SongForm(prompt, lyrics, style, length, other);
    }
}
