package dev.earworm.providers.elevenlabs;

import okio.Buffer;
import okio.ByteString;

/** The vendor's answer with details, as its own clients' tests write it down. */
record MultipartSong(String boundary, String newline, String details, ByteString sound) {
    static final String DETAILS = """
            {"composition_plan":{"positive_global_styles":["lo-fi","piano"],"negative_global_styles":["drums"],\
            "sections":[{"section_name":"Intro","positive_local_styles":["rain"],"negative_local_styles":[],\
            "duration_ms":10000,"lines":[]},{"section_name":"Verse 1","positive_local_styles":[],\
            "negative_local_styles":["choir"],"duration_ms":20000,"lines":["Drops on the glass"]}]},\
            "song_metadata":{"title":"Rain on Keys","description":"A quiet piece.","genres":["Lo-fi","Ambient"],\
            "languages":["en"],"is_explicit":false},\
            "words_timestamps":[{"word":"Drops","start_ms":10200,"end_ms":10650},\
            {"word":"on","start_ms":10700,"end_ms":10800}],"waveform_visual":null}""";

    static MultipartSong of(byte[] sound) {
        return new MultipartSong("boundary123", "\r\n", DETAILS, ByteString.of(sound));
    }

    MultipartSong withNewline(String other) {
        return new MultipartSong(boundary, other, details, sound);
    }

    MultipartSong withDetails(String other) {
        return new MultipartSong(boundary, newline, other, sound);
    }

    Buffer body() {
        return unclosed().writeUtf8(newline + "--" + boundary + "--" + newline);
    }

    /** All but the closing boundary. */
    Buffer unclosed() {
        return new Buffer()
                .writeUtf8(String.join(
                        newline,
                        "--" + boundary,
                        "Content-Type: application/json",
                        "",
                        details,
                        "--" + boundary,
                        "Content-Type: audio/mpeg",
                        "Content-Disposition: attachment; filename=\"x.mp3\"",
                        "",
                        ""))
                .write(sound);
    }
}
