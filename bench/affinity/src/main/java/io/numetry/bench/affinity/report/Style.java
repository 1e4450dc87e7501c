package io.numetry.bench.affinity.report;

/** The page's style sheet: system fonts, light and dark as the reader's system has it. */
final class Style {

  static final String SHEET =
      """
      :root {
        color-scheme: light dark;
        --paper: #ffffff; --ink: #1c2128; --faint: #5b6570; --rule: #d5dae0; --panel: #f5f7f9;
        --good: #1a7f37; --note: #57606a; --warning: #b35900;
        --core: #2f6fd0; --kept: #e08a00; --unused: #c9d0d8; --bar: #4c78a8;
        --off: #1b1f24; --placed: #1a7f37; --sibling: #8250df; --node: #0969da; --same: #cf222e;
        --off-floating: #8c959f; --on-floating: #bf6a02;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --paper: #14181d; --ink: #e3e8ee; --faint: #9aa5b1; --rule: #39424d; --panel: #1d232a;
          --good: #4ac26b; --note: #9aa5b1; --warning: #f0a04b;
          --core: #5b94e8; --kept: #f0a93b; --unused: #47505b; --bar: #7ba7d4;
          --off: #f0f3f6; --placed: #4ac26b; --sibling: #c297ff; --node: #6cb6ff; --same: #ff7b72;
          --off-floating: #8b949e; --on-floating: #e3b341;
        }
      }
      body { margin: 0 auto; max-width: 1060px; padding: 24px; background: var(--paper);
        color: var(--ink); font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans",
        "DejaVu Sans", Arial, sans-serif; }
      h1 { font-size: 25px; margin: 0; }
      h2 { font-size: 19px; margin: 44px 0 4px; border-top: 1px solid var(--rule);
        padding-top: 16px; }
      h3 { font-size: 15px; margin: 20px 0 4px; }
      p { margin: 6px 0; max-width: 860px; }
      .sub, .how { color: var(--faint); }
      .verdict { font-size: 19px; line-height: 1.45; margin: 18px 0; padding: 14px 18px;
        background: var(--panel); border-left: 5px solid var(--good); border-radius: 3px;
        max-width: none; }
      .verdict.bad { border-left-color: var(--warning); }
      table { border-collapse: collapse; margin: 10px 0; font-size: 14px; }
      th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--rule);
        vertical-align: top; }
      th { font-weight: 600; color: var(--faint); white-space: nowrap; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      td.w:first-child { min-width: 150px; }
      td.w + td.w { white-space: nowrap; }
      .scroll { overflow-x: auto; }
      .grade { font-weight: 700; white-space: nowrap; }
      .GOOD { color: var(--good); } .NOTE { color: var(--note); } .WARNING { color: var(--warning); }
      pre { background: var(--panel); padding: 12px 14px; overflow-x: auto; border-radius: 3px;
        font: 13px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
      .nodes { display: flex; flex-wrap: wrap; gap: 14px; margin: 12px 0; }
      .node { border: 1px solid var(--rule); border-radius: 4px; padding: 8px 10px 10px; }
      .node b { display: block; margin-bottom: 6px; }
      .cpus { display: flex; flex-wrap: wrap; gap: 5px; max-width: 460px; }
      .phys { display: flex; border: 1px solid var(--rule); border-radius: 4px; overflow: hidden; }
      .cpu { min-width: 34px; padding: 4px 2px; text-align: center; font-weight: 600;
        font-variant-numeric: tabular-nums; color: #fff; }
      .core { background: var(--core); }
      .kept { background: var(--kept); color: #1b1b1b; }
      .unused { background: var(--unused); color: var(--ink); font-weight: 400; }
      .key { display: inline-block; width: 13px; height: 13px; border-radius: 3px;
        vertical-align: -2px; margin: 0 6px 0 16px; }
      .key:first-child { margin-left: 0; }
      .maps { display: flex; flex-wrap: wrap; gap: 28px; }
      svg.chart { display: block; margin: 8px 0; max-width: 100%; height: auto; }
      svg text { fill: var(--ink); font-family: inherit; font-size: 13px; }
      svg .tick, svg .axis { fill: var(--faint); }
      svg .axis { font-weight: 600; }
      svg .middle { text-anchor: middle; } svg .end { text-anchor: end; }
      svg .blank { fill: var(--panel); }
      svg .bar { fill: var(--bar); }
      svg .figure { font-weight: 600; }
      svg .grid { stroke: var(--rule); stroke-width: 1; }
      svg .line { fill: none; stroke-width: 2.2; }
      svg .leader { stroke-width: 1; opacity: .6; }
      svg .label { font-size: 13px; font-weight: 600; }
      .s-off { --s: var(--off); } .s-placed { --s: var(--placed); }
      .s-sibling { --s: var(--sibling); } .s-node { --s: var(--node); } .s-same { --s: var(--same); }
      .s-off-floating { --s: var(--off-floating); } .s-on-floating { --s: var(--on-floating); }
      svg .line, svg .leader { stroke: var(--s); } svg .dot, svg .label { fill: var(--s); }
      svg .line.s-off { stroke-dasharray: 7 4; } svg .line.s-off-floating { stroke-dasharray: 2 4; }
      svg .line.s-on-floating { stroke-dasharray: 10 3 2 3; }
      summary { cursor: pointer; color: var(--faint); }
      """;

  private Style() {}
}
