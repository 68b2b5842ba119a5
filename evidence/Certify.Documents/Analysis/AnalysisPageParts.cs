namespace Certify.Documents.Analysis;

/// <summary>Style and script of the analysis pages. Without script everything is shown; with it tables can be filtered.</summary>
internal static class AnalysisPageParts
{
    public const string Css =
        """
        caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        .note { padding: .6rem 1rem; border-left: .3rem solid var(--bad); background: var(--bad-bg); max-width: none; }
        .figures { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1rem 0; }
        .figures a { flex: 1 1 10rem; padding: .7rem 1rem; background: var(--panel); border: 1px solid var(--rule); border-radius: .3rem; text-decoration: none; color: var(--ink); }
        .figures a:hover { border-color: var(--link); }
        .figures b { display: block; font-size: 1.7rem; line-height: 1.1; }
        .filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: .8rem 0 0; font-size: .9rem; }
        .filter input, .filter select { font: inherit; padding: .25rem .5rem; color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: .25rem; max-width: 22rem; }
        .filter input { flex: 1 1 14rem; }
        .filter output { color: var(--dim); }
        .ids { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.2rem, 1fr)); gap: .2rem .8rem; max-width: none; font-size: .9rem; }
        .rule { border-top: 1px solid var(--rule); margin-top: 2rem; scroll-margin-top: 1rem; }
        .rule h1 { font-size: 1.4rem; margin-top: 1rem; } .rule h2 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
        .rule table { width: auto; } .rule pre code { font-size: inherit; }
        .verdict { margin-top: 1rem; } .verdict p { max-width: none; }
        table.set td .nb { white-space: nowrap; }

        """;

    public const string Script =
        """
        'use strict';
        // Tables of more than eight rows get a text filter, and a choice for each column of few values.
        for (const table of document.querySelectorAll('table.filtered')) {
          const rows = [...table.tBodies[0].rows];
          if (rows.length <= 8) continue;
          const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent);
          const bar = document.createElement('div');
          bar.className = 'filter';
          const text = document.createElement('input');
          text.type = 'search';
          text.placeholder = 'Filter by any text';
          text.setAttribute('aria-label', text.placeholder);
          bar.append(text);
          const choices = [];
          heads.forEach((head, column) => {
            const values = [...new Set(rows.map(row => row.cells[column].textContent))].sort();
            if (values.length < 2 || values.length > 150 || values.length > rows.length * 0.7 || values.some(value => value.length > 80)) return;
            const select = document.createElement('select');
            select.name = head.toLowerCase();
            select.setAttribute('aria-label', head);
            select.append(new Option(head + ': all', ''), ...values.map(value => new Option(value, value)));
            choices.push([select, column]);
            bar.append(select);
          });
          const count = document.createElement('output');
          bar.append(count);
          const apply = () => {
            const wanted = text.value.toLowerCase();
            let shown = 0;
            for (const row of rows) {
              const fits = row.textContent.toLowerCase().includes(wanted)
                && choices.every(([select, column]) => select.value === '' || row.cells[column].textContent === select.value);
              row.hidden = !fits;
              if (fits) shown++;
            }
            count.value = shown + ' of ' + rows.length;
          };
          const fromAddress = () => {
            for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
              for (const [select] of choices) {
                if (select.name === name && [...select.options].some(option => option.value === value)) select.value = value;
              }
            }
            apply();
          };
          bar.addEventListener('input', apply);
          addEventListener('hashchange', fromAddress);
          table.closest('.wide').before(bar);
          fromAddress();
        }

        """;
}
