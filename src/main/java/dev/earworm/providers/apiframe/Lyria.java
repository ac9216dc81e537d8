package dev.earworm.providers.apiframe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earworm.music.Commission;
import dev.earworm.music.MusicModel;
import dev.earworm.music.MusicModel.Feature;
import dev.earworm.music.SongRequest;
import java.time.Duration;

/**
 * Google's Lyria 3, which is told everything in its prompt: lyrics, that nobody shall sing and, for whole songs, how long
 * they shall be. The vendor publishes no price (https://docs-v2.apiframe.ai/docs/music/lyria-3-pro).
 */
enum Lyria implements ApiframeModel {
    /** Always half a minute. */
    CLIP {
        @Override
        public MusicModel model() {
            return draft("lyria-3-clip", "Lyria 3 Clip")
                    .ownLength(30)
                    .typicalWait(Duration.ofSeconds(20))
                    .build();
        }

        @Override
        String length(SongRequest song) {
            return "";
        }
    },
    /** Up to about three minutes. */
    PRO {
        @Override
        public MusicModel model() {
            return draft("lyria-3-pro", "Lyria 3 Pro")
                    .length(30, 120, 180)
                    .typicalWait(Duration.ofSeconds(60))
                    .build();
        }

        @Override
        String length(SongRequest song) {
            return "\n\nLength: " + song.seconds() + " seconds.";
        }
    };

    private static final String WITHOUT_SINGING = "\n\nInstrumental only, no vocals.";

    /** What is said beside the member's own words, at most. */
    private static final int OUR_WORDS = 60;

    private static final int LONGEST_LYRICS = 3000;

    abstract String length(SongRequest song);

    static MusicModel.Draft draft(String name, String title) {
        return ApiframeModel.draft(name, title)
                .prompt(1, ApiframePrompt.VENDOR_LIMIT - OUR_WORDS)
                .lyricsInPrompt(LONGEST_LYRICS)
                .can(Feature.INSTRUMENTAL);
    }

    @Override
    public ObjectNode body(Commission commission) {
        SongRequest song = commission.request();
        String singing = song.instrumental() ? WITHOUT_SINGING : "";
        // Lyrics last: what followed them might be sung.
        return ApiframeModel.body(
                commission, ApiframePrompt.of(song) + length(song) + singing + ApiframePrompt.lyricsAfter(song));
    }
}
