extension FormMaker {
  /// No controls at all: a form printed to a page, or written in a word processor, with answers as text.
  static let printedForm = FormMaker(
    testDescription: "a printed form without fields",
    found: [
      "unit": ["label:Arbetsställe"], "datum": ["label:Inlämnad"], "staff": ["label:Hur många är anställda?"],
      "sector": ["label:Vilken sektor tillhör ni?"], "supports": ["label:Vilka stöd känner ni till?"],
      "tried": ["label:Har ni sökt personal?"], "cooks": ["label:Kockar"], "teachers": ["label:Lärare"],
      "need2": ["label:Behov om 2 år"], "need5": ["path:\"td.need5\""], "comment": ["heading:Övriga synpunkter"],
      "skipped": ["label:Hur många hittade ni inte?"],
    ],
    page: """
      <html><head><meta charset="utf-8"><style>p.MsoNormal{margin:0}</style></head><body lang="SV">
      <h1>Enkät till arbetsgivare</h1><p class="MsoNormal"><b>Arbetsställe:</b> 0181-0001</p>
      <dl><dt>Inlämnad</dt><dd>2026-02-03</dd><dt>Hur många är anställda?</dt><dd>40</dd></dl>
      <table border="1"><tr><td><p class="MsoNormal">Vilken sektor tillhör ni?</p></td><td><p class="MsoNormal">☒ Privat ☐ Kommun ☐ Stat</p></td></tr>
      <tr><td>Vilka stöd känner ni till?</td><td>[x] Tolk<br>[ ] Mentor, handledare<br>[x] Lönestöd</td></tr>
      <tr><td>Behov om 2 år</td><td>45</td></tr><tr><td>Behov om 5 år (ungefär)</td><td class="need5">50–55</td></tr></table>
      <div class="question">Har ni sökt personal?</div><div class="answer">Ja</div>
      <p>Hur svårt är det att rekrytera?</p>
      <table><tr><th>Kockar</th><td>Svårt</td></tr><tr><th>Lärare</th><td>Lätt</td></tr></table>
      <h2>Övriga synpunkter</h2><div contenteditable="true">Vi söker &lt;kockar&gt; &amp; lärare.<br>Gärna två.</div>
      <h2>Tack!</h2></body></html>
      """)
}
