/**
 * Tables as Apache Parquet files, which pandas, DuckDB and Spark read.
 *
 * <p>Imports: {@code support}.
 */
@NullMarked
package org.driftscope.io.parquet;

import org.jspecify.annotations.NullMarked;
