package org.driftscope.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Marks a test that drives the real window: the toolkit is started for it, and its stalls are measured, and it is
 * closed at the end. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ApplicationExtension.class)
@ExtendWith(StallWatch.class)
@ExtendWith(NothingLeftOpen.class)
@interface Journey {}
