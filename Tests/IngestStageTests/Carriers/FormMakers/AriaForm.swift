extension FormMaker {
  /// Cards in `<div>`s, `entry.` names, labels by reference: what forms of large web services look like once saved.
  static let ariaForm = FormMaker(
    testDescription: "cards, with labels by reference",
    found: [
      "unit": ["entry.100"], "datum": ["entry.101"], "staff": ["label:Hur många är anställda?"],
      "sector": ["label:Vilken sektor tillhör ni?"], "supports": ["label:Vilka stöd känner ni till?"],
      "tried": ["label:Har ni sökt personal?"], "cooks": ["label:Kockar"], "teachers": ["label:Lärare"],
      "need2": ["label:Behov om 2 år"], "need5": ["label:Behov om 5 år"], "comment": ["label:Övriga synpunkter"],
      "skipped": ["label:Hur många hittade ni inte?"],
    ],
    page: """
      <!doctype html><html lang="sv"><body><main><form action="/forms/d/e/1/formResponse"><div role="list">
      <input type="hidden" name="entry.100" value="0181-0001"><input type="hidden" name="entry.101" value="2026-02-03">
      <div role="listitem"><div class="card"><div class="head"><div role="heading" aria-level="3" id="i1"><span>Hur många är anställda?</span>
      <span aria-label="Obligatorisk fråga">*</span></div><div class="hint" id="i2"></div></div>
      <div class="field"><div><input type="text" aria-labelledby="i1 i2" value="40" autocomplete="off"></div></div></div></div>
      <div role="listitem"><div class="card"><div role="heading" id="i3">Vilken sektor tillhör ni?</div>
      <div role="radiogroup" aria-labelledby="i3"><label><span><input type="radio" name="entry.3" value="Privat" checked></span><span>Privat</span></label>
      <label><input type="radio" name="entry.3" value="Kommun"><span>Kommun</span></label></div></div></div>
      <div role="listitem"><div class="card"><div role="heading" id="i4">Vilka stöd känner ni till?</div><div role="list">
      <div role="listitem"><label><input type="checkbox" checked aria-label="Tolk"><span>Tolk</span></label></div>
      <div role="listitem"><label><input type="checkbox" aria-label="Mentor, handledare"><span>Mentor, handledare</span></label></div>
      <div role="listitem"><label><input type="checkbox" checked aria-label="Lönestöd"><span>Lönestöd</span></label></div></div></div></div>
      <div role="listitem"><div class="card"><div role="heading">Har ni sökt personal?</div><div class="options">
      <div><label><input type="radio" name="entry.5" value="Ja" checked>Ja</label></div><div><label><input type="radio" name="entry.5" value="Nej">Nej</label></div>
      </div></div></div>
      <div role="listitem"><div role="heading">Hur svårt är det att rekrytera?</div><div role="grid">
      <div role="radiogroup" aria-label="Kockar"><div>Kockar</div><span><input type="radio" name="entry.6" value="Lätt" aria-label="Lätt"></span>
      <span><input type="radio" name="entry.6" value="Svårt" aria-label="Svårt" checked></span></div>
      <div role="radiogroup"><div>Lärare</div><span><input type="radio" name="entry.7" value="Lätt" checked></span>
      <span><input type="radio" name="entry.7" value="Svårt"></span></div></div></div>
      <div role="listitem"><div class="card"><div><div role="heading"><span>Behov om 2 år</span></div></div><div><div><input type="number" value="45"></div></div></div></div>
      <div role="listitem"><div class="card"><div><div role="heading"><span>Behov om 5 år</span></div></div><div><div><input type="text" value="50–55"></div></div></div></div>
      <div role="listitem" hidden><div class="card"><div role="heading">Hur många hittade ni inte?</div><div><input type="text"></div></div></div>
      <div role="listitem"><div class="card"><div role="heading">Övriga synpunkter</div><div><textarea>
      Vi söker &lt;kockar&gt; &amp; lärare.
      Gärna två.</textarea></div></div></div>
      </div><div role="button">Skicka</div></form></main></body></html>
      """)
}
