namespace Certify.Coverage.Reports;

/// <summary>The style sheet: light and dark by the reader's setting, nothing loaded from elsewhere.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark;
          --ink: #1c2430; --soft: #5b6675; --paper: #ffffff; --tint: #f4f6f9; --line: #d9dfe7; --link: #0b57a4;
          --good: #1b7f3b; --good-bg: #e3f4e8; --just: #6b4fb3; --just-bg: #ece7f8; --part: #9a5b00; --part-bg: #fdf0d8; --bad: #b3261e; --bad-bg: #fbe4e2;
          --key: #7a2e8e; --lit: #0f6b62; --com: #6a7480; }
        @media (prefers-color-scheme: dark) { :root {
          --ink: #dfe5ee; --soft: #93a0b2; --paper: #12161d; --tint: #1a2029; --line: #2c3542; --link: #7db7f2;
          --good: #6fd08c; --good-bg: #14301d; --just: #b9a4f0; --just-bg: #271f40; --part: #efb45a; --part-bg: #37280f; --bad: #ff8a80; --bad-bg: #3d1917;
          --key: #d79be6; --lit: #7fd1c7; --com: #8592a3; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 "Segoe UI", system-ui, -apple-system, "DejaVu Sans", sans-serif; }
        header, main { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
        header { padding-top: 14px; border-bottom: 1px solid var(--line); }
        main { padding-bottom: 64px; }
        nav a { margin-right: 18px; font-size: 13px; }
        h1 { font-size: 24px; margin: 10px 0 0; } h2 { font-size: 18px; margin: 34px 0 10px; } h3 { font-size: 14px; margin: 0; color: var(--soft); font-weight: 600; }
        a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
        code, pre { font-family: "Cascadia Code", Consolas, "DejaVu Sans Mono", monospace; font-size: 13px; }
        .context, small { color: var(--soft); font-size: 13px; }
        .draft { background: var(--part-bg); color: var(--part); padding: 6px 10px; font-weight: 600; }
        .good { color: var(--good); } .bad { color: var(--bad); } .why { color: var(--just); } .wanted { border-left: 3px solid var(--part); padding-left: 10px; }
        .tiles { display: flex; gap: 16px; margin-top: 22px; flex-wrap: wrap; }
        .tile { flex: 1 1 260px; background: var(--tint); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; }
        .tile .count { font-size: 28px; } .tile p { margin: 8px 0 0; font-size: 13px; color: var(--soft); } .tile .bar { width: 100%; height: 8px; margin-top: 6px; }
        .count { font-variant-numeric: tabular-nums; font-weight: 600; } .count.covered { color: var(--good); } .count.justified { color: var(--just); } .count.open { color: var(--bad); }
        .percent { color: var(--soft); font-size: 13px; margin: 0 8px; font-variant-numeric: tabular-nums; } .none { color: var(--soft); font-size: 13px; }
        .bar { display: inline-flex; width: 90px; height: 6px; background: var(--bad); border-radius: 3px; overflow: hidden; vertical-align: middle; }
        .bar i { height: 100%; } .bar .covered { background: var(--good); } .bar .justified { background: var(--just); }
        table { border-collapse: collapse; width: 100%; margin: 8px 0; } th, td { text-align: left; vertical-align: top; padding: 5px 10px; border-bottom: 1px solid var(--line); }
        thead th { font-size: 12px; color: var(--soft); font-weight: 600; } .counts td { white-space: nowrap; } .num { text-align: right; font-variant-numeric: tabular-nums; }
        .place { overflow-wrap: anywhere; white-space: normal !important; } .wide td { width: 33%; } td.name { white-space: nowrap; } .note { margin: 2px 12px 4px 72px; padding: 4px 12px; border-left: 3px solid var(--just); font-size: 13px; color: var(--just); } .plain { width: auto; } .plain th { font-weight: 600; color: var(--soft); font-size: 13px; }
        td code { overflow-wrap: anywhere; } dt { font-weight: 600; } dd { margin: 0 0 8px; color: var(--soft); } tr:target { background: var(--part-bg); }
        .legend b { display: inline-block; width: 18px; text-align: center; margin-left: 10px; border-radius: 3px; }
        .source { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--paper); }
        .l { display: flex; min-height: 20px; line-height: 20px; } .l pre { margin: 0; padding: 0 12px; white-space: pre-wrap; overflow-wrap: anywhere; flex: 1; line-height: 20px; }
        .l .n { flex: 0 0 52px; text-align: right; padding-right: 8px; color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; } .l b { flex: 0 0 20px; text-align: center; }
        .l:target { outline: 2px solid var(--link); outline-offset: -2px; }
        .s1 b, b.s1 { background: var(--good-bg); color: var(--good); } .s2 b, b.s2 { background: var(--just-bg); color: var(--just); } .s3 b, b.s3 { background: var(--part-bg); color: var(--part); } .s4 b, b.s4 { background: var(--bad-bg); color: var(--bad); }
        .s2 pre { background: var(--just-bg); } .s3 pre { background: var(--part-bg); } .s4 pre { background: var(--bad-bg); }
        .k { color: var(--key); } .v { color: var(--lit); } .c { color: var(--com); font-style: italic; } .d { color: var(--com); } .x { color: var(--com); opacity: .6; }
        .decision { margin: 0 12px 2px 72px; border-left: 3px solid var(--line); font-size: 13px; } .decision.covered { border-color: var(--good); } .decision.justified { border-color: var(--just); } .decision.open { border-color: var(--part); }
        .decision > summary { cursor: pointer; padding: 1px 10px; color: var(--soft); } .decision > summary code { font-size: 12px; }
        .badge { display: inline-block; min-width: 62px; padding: 0 6px; border-radius: 9px; font-size: 11px; font-weight: 600; text-align: center; font-variant-numeric: tabular-nums; background: var(--tint); }
        .covered > summary .badge { background: var(--good-bg); color: var(--good); } .justified > summary .badge { background: var(--just-bg); color: var(--just); } .open > summary .badge { background: var(--part-bg); color: var(--part); }
        .panel { background: var(--tint); padding: 8px 14px 12px; margin-bottom: 8px; border-radius: 0 6px 6px 0; } .panel p { margin: 6px 0; } .id { color: var(--soft); overflow-wrap: anywhere; }
        .panel table { background: var(--paper); border: 1px solid var(--line); width: auto; } .panel th, .panel td { padding: 3px 10px; }
        .truth td.t, .truth td.f, .truth td.u { text-align: center; font-weight: 600; font-family: monospace; } td.t { color: var(--good); } td.f { color: var(--bad); } td.u { color: var(--soft); }
        td.pair { background: var(--good-bg); } td.outcome { border-left: 2px solid var(--line); border-right: 2px solid var(--line); } .unseen { opacity: .5; } .tests a { color: var(--ink); } .reqs { color: var(--soft); }
        .tick { color: var(--good); } .cross { color: var(--bad); font-weight: 600; }
        @media print { .decision { break-inside: avoid; } nav { display: none; } }

        """;
}
