/**
 * Figures, not tests: {@code mvn -Pbench verify} prints them as one table. A bench fails when what it measures did not
 * happen, never because it took long. Most of them start the packaged program and watch it from outside.
 */
package dev.earworm.bench;
