namespace Certify.Documents.Html;

/// <summary>The one style sheet, put into each page so that no page needs another file.</summary>
internal static class HtmlStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --ink: #1b2430; --dim: #5b6775; --paper: #ffffff; --panel: #f4f6fa; --rule: #d3d9e3;
          --link: #1a4fa0; --good: #2c7a3f; --good-bg: #e3f2e6; --bad: #b00020; --bad-bg: #fbe0e0; --wait: #9a6200; --wait-bg: #fff3d6; --na: #8a94a1; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e5e9f0; --dim: #9aa6b5; --paper: #12161d; --panel: #1b212b; --rule: #343e4c;
          --link: #8db8ff; --good: #5dbb75; --good-bg: #17301f; --bad: #ff7b8a; --bad-bg: #40181d; --wait: #e3ad4c; --wait-bg: #382b11; --na: #6d7886; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem; }
        header { padding-top: 1.5rem; border-bottom: 1px solid var(--rule); }
        .product { margin: 0; color: var(--dim); }
        h1 { margin: .1rem 0 .6rem; font-size: 1.9rem; line-height: 1.2; }
        h2 { margin: 2.2rem 0 .6rem; font-size: 1.3rem; }
        h3 { margin: 1.6rem 0 .4rem; font-size: 1.05rem; overflow-wrap: anywhere; }
        a { color: var(--link); }
        nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding-bottom: .7rem; }
        nav span { font-weight: 600; }
        p, li { max-width: 48rem; overflow-wrap: anywhere; }
        .label { margin: .8rem 0 .2rem; font-weight: 600; }
        .mark { padding: .5rem 1.5rem; color: #fff; text-align: center; }
        .mark.failed { background: #b00020; }
        .mark.draft { background: #8a5a00; }
        .verdict { padding: 1rem 1.2rem; border-left: .4rem solid var(--wait); background: var(--panel); font-size: 1.1rem; }
        .verdict.bad { border-color: var(--bad); }
        .verdict p { margin: .2rem 0; }
        .wide { overflow-x: auto; margin: .6rem 0 1.2rem; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        table.set { table-layout: fixed; min-width: 66rem; } table.set td { overflow-wrap: anywhere; }
        th, td { padding: .35rem .6rem; border: 1px solid var(--rule); text-align: left; vertical-align: top; min-width: 4rem; }
        .nb { white-space: nowrap; } .long { overflow-wrap: anywhere; }
        thead th { background: var(--panel); }
        td.good { background: var(--good-bg); } td.bad { background: var(--bad-bg); } td.waiting { background: var(--wait-bg); } td.muted { color: var(--dim); }
        code, pre { font-family: ui-monospace, "Cascadia Mono", Consolas, "Liberation Mono", monospace; font-size: .86em; overflow-wrap: anywhere; }
        pre { padding: .7rem 1rem; background: var(--panel); border: 1px solid var(--rule); white-space: pre-wrap; max-height: 32rem; overflow-y: auto; }
        svg { width: 100%; max-width: 60rem; height: auto; }
        svg text { fill: var(--ink); font-size: 13px; } svg .dim { fill: var(--dim); } svg .in { fill: var(--paper); font-weight: 600; }
        svg .met { fill: var(--good); } svg .wait { fill: var(--wait); } svg .not { fill: var(--bad); } svg .na { fill: var(--na); }
        footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--rule); color: var(--dim); font-size: .85rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; } dd { margin: 0; }
        @media print { .wide { overflow: visible; } pre { max-height: none; } }

        """;
}
