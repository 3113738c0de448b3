/** What every command has: options of all, groups, exit codes, Ctrl+C. */
@NullMarked
package org.driftscope.cli.command;

import org.jspecify.annotations.NullMarked;
