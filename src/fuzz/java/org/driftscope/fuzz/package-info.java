/** Coverage-guided fuzzing of everything that reads files; run by {@code mvn -Pfuzz verify}. */
package org.driftscope.fuzz;
