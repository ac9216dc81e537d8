/**
 * AI/ML API: submit, poll, download.
 */
@NullMarked
package dev.earworm.providers.aimlapi;

import org.jspecify.annotations.NullMarked;
