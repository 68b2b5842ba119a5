namespace Certify.Trace.Reports;

/// <summary>The fixed parts of the HTML page. Nothing is loaded from anywhere, and the page says so to the browser.</summary>
internal static class PageParts
{
    public const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <title>Requirement trace</title>
        <style>
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
        h1, h2 { line-height: 1.2 } h2 { margin-top: 2rem }
        dl { display: grid; grid-template-columns: 10rem 1fr; gap: .1rem 1rem } dt { color: #555 } dd { margin: 0; overflow-wrap: anywhere }
        table { border-collapse: collapse; width: 100%; table-layout: fixed } th { background: #f0f0f0; text-align: left; position: sticky; top: 0 }
        th, td { border: 1px solid #ccc; padding: .3rem .5rem; vertical-align: top; overflow-wrap: anywhere }
        .f th:nth-child(1) { width: 5rem } .f th:nth-child(2) { width: 5rem } .f th:nth-child(3) { width: 26% }
        code { font-size: .85em; overflow-wrap: anywhere } small, .place { color: #555; font-size: .85em } .text { white-space: pre-line }
        .good { color: #0a5c0a } .bad { color: #a00000; font-weight: 600 } .none { color: #555 }
        .t + .t, .c + .c { margin-top: .25rem } details { margin: .3rem 0; padding-left: 1rem; border-left: 3px solid #ddd } summary { cursor: pointer }
        #search { font: inherit; width: 30rem; max-width: 100%; padding: .3rem } #searchbar { display: none }
        a { color: #0b4f9c } :target > summary { background: #fff3c4 }
        @media (max-width: 60rem) { .filtered { display: block; overflow-x: auto; table-layout: auto } .filtered td { min-width: 9rem } th { position: static } dl { grid-template-columns: 1fr } }
        @media print { #searchbar { display: none !important } th { position: static } }
        </style>
        </head>
        <body>
        <h1>Requirement trace</h1>
        <p id="searchbar"><label>Show only what contains <input id="search" type="search" placeholder="an id, a word, a test"></label> <span id="shown"></span></p>

        """;

    public const string Foot = """
        <script>
        (function () {
          var box = document.getElementById("search"), shown = document.getElementById("shown");
          var rows = document.querySelectorAll(".filtered tbody tr, details.thread");
          document.getElementById("searchbar").style.display = "block";
          var texts = Array.prototype.map.call(rows, function (r) {
            var titles = Array.prototype.map.call(r.querySelectorAll("[title]"), function (t) { return t.title; });
            return (r.textContent + " " + titles.join(" ")).toLowerCase();
          });
          box.addEventListener("input", function () {
            var word = box.value.toLowerCase(), count = 0;
            rows.forEach(function (r, i) { var on = texts[i].indexOf(word) >= 0; r.style.display = on ? "" : "none"; if (on) count++; });
            shown.textContent = word ? count + " of " + rows.length : "";
          });
          function open() {
            var at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
            for (var d = at; d; d = d.parentElement) if (d.tagName === "DETAILS") d.open = true;
            if (at) at.scrollIntoView();
          }
          addEventListener("hashchange", open);
          open();
        })();
        </script>
        </body>
        </html>

        """;
}
