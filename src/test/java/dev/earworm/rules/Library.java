package dev.earworm.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A jar in Maven's repository.
 *
 * @param description lies there beside it, as {@code org/slf4j/slf4j-api/2.0.20/slf4j-api-2.0.20.pom}
 */
record Library(Path description) {
    private static final Pattern LICENCE =
            Pattern.compile("<license>.*?<name>([^<]+)</name>.*?</license>", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    /**
     * The licences that Earworm takes libraries under, by the words in which makers name them. Anything else has to be
     * looked at before it stands here; what a maker offers beside these is left alone.
     */
    private static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry("Apache-2.0", "Apache-2.0"),
            Map.entry("Apache 2.0", "Apache-2.0"),
            Map.entry("Apache License 2.0", "Apache-2.0"),
            Map.entry("Apache License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache Software License, version 2.0", "Apache-2.0"),
            Map.entry("MIT", "MIT"),
            Map.entry("The MIT License", "MIT"),
            Map.entry("0BSD", "0BSD"),
            Map.entry("BSD-2-Clause", "BSD-2-Clause"),
            Map.entry("BSD-3-Clause", "BSD-3-Clause"),
            Map.entry("BSD Licence 3", "BSD-3-Clause"),
            Map.entry("The BSD3 License", "BSD-3-Clause"),
            // RE2/J's file LICENSE is the three clauses, word by word.
            Map.entry("Go License", "BSD-3-Clause"),
            Map.entry("EPL-2.0", "EPL-2.0"),
            Map.entry("EPL 2.0", "EPL-2.0"),
            Map.entry("Eclipse Public License v2.0", "EPL-2.0"),
            Map.entry("Eclipse Public License - v 2.0", "EPL-2.0"),
            // Of OpenJDK's tools, whose exception lets anything be linked with them; in tests alone.
            Map.entry(
                    "GNU General Public License (GPL), version 2, with the Classpath exception",
                    "GPL-2.0-with-classpath-exception"),
            Map.entry("GNU Lesser General Public License 2.1", "LGPL-2.1"));

    static Library of(Path jar) {
        Path version = jar.toAbsolutePath().getParent();
        return new Library(version.resolve(version.getParent().getFileName() + "-" + version.getFileName() + ".pom"));
    }

    /** Its artifact, as {@code slf4j-api}. */
    String name() {
        return description.getParent().getParent().getFileName().toString();
    }

    /** Those of its makers' that Earworm may take it under, as identifiers of SPDX. */
    List<String> licences() {
        return stated().stream()
                .flatMap(words -> Optional.ofNullable(ALLOWED.get(words)).stream())
                .toList();
    }

    private List<String> stated() {
        String text = COMMENT.matcher(read()).replaceAll("");
        List<String> stated = LICENCE.matcher(text)
                .results()
                .map(licence -> licence.group(1).strip().replaceAll("\\s+", " "))
                .toList();
        return stated.isEmpty() ? parentIn(text).stated() : stated;
    }

    private Library parentIn(String text) {
        String parent = PARENT.matcher(text)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .orElseThrow(() -> new AssertionError(description + " states no licence"));
        String name = tag(parent, "artifactId");
        String version = tag(parent, "version");
        Path place = Path.of(tag(parent, "groupId").replace('.', '/'), name, version, name + "-" + version + ".pom");
        return Stream.iterate(description.getParent(), Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(place))
                .filter(Files::exists)
                .findFirst()
                .map(Library::new)
                .orElseThrow(() -> new AssertionError(place + " is not in the repository"));
    }

    private static String tag(String text, String name) {
        return text.replaceAll("(?s).*<" + name + ">\\s*([^<]+?)\\s*</" + name + ">.*", "$1");
    }

    private String read() {
        try {
            return Files.readString(description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
