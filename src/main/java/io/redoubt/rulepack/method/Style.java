package io.redoubt.rulepack.method;

/** How the HTML form looks on a screen, on a telephone and on paper. */
final class Style {
    static final String CSS = """
            :root { color-scheme: light; }
            body { font: 17px/1.55 Georgia, "Times New Roman", serif; color: #1a1a1a; background: #fff;
              max-width: 78rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; overflow-wrap: anywhere; }
            h1, h2, h3, h4, th, dt, caption, nav, .label { font-family: system-ui, "Segoe UI", Arial, sans-serif; }
            h1 { font-size: 2rem; line-height: 1.2; }
            h2 { font-size: 1.5rem; margin-top: 3rem; border-bottom: 2px solid #1a1a1a; }
            h3 { font-size: 1.2rem; margin-top: 2.2rem; }
            h4 { font-size: 1.05rem; margin: 0 0 .5rem; }
            p, li, td, dd, th, dt, h1, h2, h3, h4 { unicode-bidi: isolate; }
            main > p, main > ul { max-width: 46rem; }
            a { color: #0b4a8f; }
            :focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; }
            .skip { position: absolute; left: -100rem; }
            .skip:focus { position: static; }
            nav { background: #f4f4f1; padding: .5rem 1.25rem 1rem; }
            nav h2 { font-size: 1.1rem; margin: .5rem 0; border: 0; }
            nav ul { list-style: none; margin: 0; padding: 0; columns: 22rem; }
            nav li { font-size: .9rem; break-inside: avoid; }
            nav .level2 { font-weight: 600; margin-top: .3rem; break-after: avoid; }
            nav .level3 { padding-left: 1.2rem; }
            code, pre { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: .84em; }
            .box { border: 1px solid #b9b9b2; padding: 1rem; margin: 1rem 0; break-inside: avoid; }
            .box:target, tr:target { background: #fff8dc; }
            .statement { font-size: 1.08em; margin: .2rem 0 .8rem; border-left: 4px solid #1a1a1a;
              padding-left: .8rem; }
            dl { margin: 0; }
            dl > div { display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1rem; padding: .15rem 0; }
            dt { font-size: .86rem; font-weight: 600; color: #444; padding-top: .12rem; }
            dd { margin: 0; }
            .aside { font-size: .86em; margin-top: .6rem; border-top: 1px solid #b9b9b2; padding-top: .4rem; }
            .drl { min-width: 0; }
            .label { font-size: .86rem; font-weight: 600; color: #444; margin: 0 0 .3rem; }
            pre { background: #f4f4f1; margin: 0; padding: .8rem; white-space: pre-wrap; }
            .scroll { overflow-x: auto; margin: 1rem 0; }
            table { border-collapse: collapse; min-width: 34rem; font-size: .95em; overflow-wrap: break-word; }
            caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
            th, td { border: 1px solid #b9b9b2; padding: .35rem .6rem; text-align: left; vertical-align: top; }
            thead th { background: #f4f4f1; }
            tbody th { font-weight: 600; font-size: .9em; }
            @media (min-width: 64rem) {
              .beside { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 4fr); gap: 1.5rem; }
            }
            @media (max-width: 40rem) {
              body { font-size: 16px; padding: .5rem .75rem 3rem; }
              dl > div { display: block; padding: .3rem 0; }
            }
            @media print {
              body { font-size: 10.5pt; max-width: none; padding: 0; }
              nav .level3, .skip { display: none; }
              .drl { display: none; }
              .box { break-inside: auto; padding: .5rem .8rem; margin: .6rem 0; }
              .statement, dt, dd { break-inside: avoid; }
              h3, h4, .statement { break-after: avoid; }
              a { color: inherit; text-decoration: none; }
              .scroll { overflow: visible; }
              thead { display: table-header-group; }
              tr { break-inside: avoid; }
            }
            """;

    private Style() {}
}
