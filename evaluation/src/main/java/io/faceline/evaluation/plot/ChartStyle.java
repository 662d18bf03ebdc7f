package io.faceline.evaluation.plot;

/** The style of charts. */
final class ChartStyle {
    /**
     * The colour-blind safe palette of Okabe and Ito (2008) for light backgrounds; blue and violet are lighter on dark
     * ones.
     */
    static final String CSS = """

            svg { font: 12px system-ui, sans-serif; --ground: #fff; --ink: #24292f; --pale: #6e7781; --grid: #d8dee4;
              --c0: #0072b2; --c1: #d55e00; --c2: #009e73; --c3: #a3407c; --c4: #b8860b; --c5: #3a9bd9; --c6: #24292f; }
            @media (prefers-color-scheme: dark) {
              svg { --ground: #0d1117; --ink: #e6edf3; --pale: #9198a1; --grid: #30363d;
                --c0: #56b4e9; --c1: #ff7f2a; --c2: #2ec99b; --c3: #e08cc0; --c4: #e6b800; --c5: #9ccff0; --c6: #e6edf3; }
            }
            .ground { fill: var(--ground); }
            text { fill: var(--ink); }
            .title { font-size: 15px; font-weight: 600; }
            .tick { fill: var(--pale); }
            .grid { stroke: var(--grid); stroke-width: 1; }
            .minor { stroke: var(--grid); stroke-width: 0.5; }
            .frame { stroke: var(--pale); fill: none; }
            .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .guide { fill: none; stroke: var(--pale); stroke-width: 1.2; stroke-dasharray: 5 4; }
            .c0 { stroke: var(--c0); } .c1 { stroke: var(--c1); } .c2 { stroke: var(--c2); } .c3 { stroke: var(--c3); }
            .c4 { stroke: var(--c4); } .c5 { stroke: var(--c5); } .c6 { stroke: var(--c6); }
            circle.c0 { fill: var(--c0); } circle.c1 { fill: var(--c1); } circle.c2 { fill: var(--c2); }
            circle.c3 { fill: var(--c3); } circle.c4 { fill: var(--c4); } circle.c5 { fill: var(--c5); }
            circle.c6 { fill: var(--c6); }
            """;

    static final int COLOURS = 7;

    private ChartStyle() {}
}
