/**
 * The built-in composer: rules and the JDK's MIDI synthesizer, no model, no key, no network.
 */
@NullMarked
package dev.earworm.providers.synth;

import org.jspecify.annotations.NullMarked;
