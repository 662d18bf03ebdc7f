package io.faceline.cli.progress;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error, redrawn in place. */
final class BarProgress implements Progress {
    private static final int WIDTH = 100;
    private static final int REDRAW_MILLIS = 200;
    private static final int UNKNOWN = -1;

    private ProgressBar bar;

    @Override
    public void begin(String what, String unit, long total) {
        end();
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setUnit(" " + unit, 1)
                .setInitialMax(total > 0 ? total : UNKNOWN)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .showSpeed()
                .build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void end() {
        if (bar != null) {
            // The final count replaces the expected one.
            bar.maxHint(bar.getCurrent());
            bar.close();
            bar = null;
        }
    }
}
