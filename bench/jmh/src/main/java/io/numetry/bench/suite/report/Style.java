package io.numetry.bench.suite.report;

/** The page's style sheet: system fonts, light and dark as the reader's system has it. */
final class Style {

  static final String SHEET =
      """
      :root {
        color-scheme: light dark;
        --paper: #ffffff; --ink: #1c2128; --faint: #5b6570; --rule: #d5dae0; --panel: #f5f7f9;
        --good: #1a7f37; --bad: #b3261e; --warning: #b35900;
        --ours: #1f6feb; --base: #7d8792; --peer: #c77d16;
        --l0: #1c2128; --l1: #1a7f37; --l2: #1f6feb; --l3: #c2410c; --l4: #8250df;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --paper: #14181d; --ink: #e3e8ee; --faint: #9aa5b1; --rule: #39424d; --panel: #1d232a;
          --good: #4ac26b; --bad: #ff7b72; --warning: #f0a04b;
          --ours: #5b9bf3; --base: #8b949e; --peer: #d99a3d;
          --l0: #f0f3f6; --l1: #4ac26b; --l2: #6cb6ff; --l3: #ff9a62; --l4: #c297ff;
        }
      }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 1180px; padding: 24px; background: var(--paper);
        color: var(--ink); font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans",
        "Liberation Sans", "DejaVu Sans", Arial, sans-serif; }
      h1 { font-size: 25px; line-height: 1.25; margin: 0; }
      h2 { font-size: 19px; margin: 44px 0 4px; border-top: 1px solid var(--rule);
        padding-top: 16px; }
      h3 { font-size: 15px; margin: 4px 0; }
      p { margin: 6px 0; max-width: 860px; }
      .sub, .how { color: var(--faint); overflow-wrap: anywhere; }
      .verdict { font-size: 19px; line-height: 1.45; margin: 18px 0; padding: 14px 18px;
        background: var(--panel); border-left: 5px solid var(--good); border-radius: 3px;
        max-width: none; }
      .verdict.part { border-left-color: var(--warning); }
      .verdict.bad { border-left-color: var(--bad); }
      table { border-collapse: collapse; margin: 10px 0; font-size: 14px; width: 100%; }
      th, td { text-align: left; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--rule);
        vertical-align: top; }
      th { font-weight: 600; color: var(--faint); white-space: nowrap; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      .yes, .NO { font-weight: 700; }
      .yes { color: var(--good); } .NO { color: var(--bad); }
      .charts { display: grid; align-items: start; gap: 20px; margin: 12px 0;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); }
      .charts.wide { grid-template-columns: repeat(auto-fill, minmax(min(100%, 480px), 1fr)); }
      .card { background: var(--panel); border-radius: 4px; padding: 12px 14px; min-width: 0; }
      .key { display: inline-block; width: 12px; height: 12px; border-radius: 2px;
        vertical-align: -1px; margin: 0 6px 0 14px; }
      .key:first-child { margin-left: 0; }
      .key.ours { background: var(--ours); } .key.base { background: var(--base); }
      .key.peer { background: var(--peer); }
      svg { display: block; width: 100%; height: auto; }
      svg text { fill: var(--ink); font-family: inherit; font-size: 13px; }
      svg .tick { fill: var(--faint); font-size: 12px; }
      svg .axis { fill: var(--faint); font-weight: 600; font-size: 12px; }
      svg .middle { text-anchor: middle; } svg .end { text-anchor: end; }
      svg .figure { font-weight: 600; }
      svg .ours { fill: var(--ours); } svg .base { fill: var(--base); }
      svg .peer { fill: var(--peer); }
      svg .error { stroke: var(--ink); stroke-width: 1.4; fill: none; }
      svg .grid { stroke: var(--rule); stroke-width: 1; }
      svg .line { fill: none; stroke-width: 2.2; }
      svg .l0 { stroke: var(--l0); } svg .l1 { stroke: var(--l1); }
      svg .l2 { stroke: var(--l2); } svg .l3 { stroke: var(--l3); }
      svg .l4 { stroke: var(--l4); } svg .d4 { fill: var(--l4); }
      svg .d0 { fill: var(--l0); } svg .d1 { fill: var(--l1); }
      svg .d2 { fill: var(--l2); } svg .d3 { fill: var(--l3); }
      svg .line.l0 { stroke-dasharray: 7 4; } svg .line.l3 { stroke-dasharray: 2 3; }
      svg .line.l4 { stroke-dasharray: 10 3 2 3; }
      @media (max-width: 720px) {
        body { padding: 14px; }
        table, tbody, tr, td { display: block; }
        tr.heads { display: none; }
        tr { padding: 8px 0; border-bottom: 1px solid var(--rule); }
        tr { display: flex; flex-wrap: wrap; gap: 1px 16px; }
        td, td.n { border: 0; padding: 0; text-align: left; white-space: normal; }
        td.w { flex: 1 0 100%; }
        td:first-child { font-weight: 600; }
        td + td::before { content: attr(data-head) ": "; color: var(--faint); }
        td:empty { display: none; }
      }
      """;

  private Style() {}
}
