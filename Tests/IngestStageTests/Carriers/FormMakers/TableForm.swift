extension FormMaker {
  /// A table with questions to the left, generated names, opaque values: what web forms of office servers look like.
  static let tableForm = FormMaker(
    testDescription: "a form in a table, with names and values of the program's own",
    found: [
      "unit": ["#ctl00_Main_txtKey"], "datum": ["label:Datum"], "staff": ["label:Hur många är anställda?"],
      "sector": ["label:Vilken sektor tillhör ni?"], "supports": ["label:Vilka stöd känner ni till?"],
      "tried": ["label:Har ni sökt personal?"], "cooks": ["label:Kockar"], "teachers": ["label:Lärare"],
      "need2": ["label:\"Behov av personal\" label:\"Om 2 år\""],
      "need5": ["label:\"Behov av personal\" label:\"Om 5 år\""], "comment": ["label:Övriga synpunkter"],
      "skipped": ["label:Hur många hittade ni inte?"],
    ],
    page: """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Enkät</title></head><body>
      <form method="post" action="./Survey.aspx?id=3" id="aspnetForm">
      <input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTk2Nzk1">
      <input name="ctl00$Main$txtKey" type="text" value="0181-0001" readonly="readonly" id="ctl00_Main_txtKey">
      <table class="form" cellspacing="0">
      <tr><td class="q">Datum</td><td><input name="ctl00$Main$q0" type="text" value="2026-02-03"></td></tr>
      <tr><td class="q">Hur många är anställda?</td><td><input name="ctl00$Main$q1" type="text" value="40"> st</td></tr>
      <tr><td class="q">Vilken sektor tillhör ni?</td><td><select name="ctl00$Main$q2"><option value="">-- Välj --</option>
      <optgroup label="Näringsliv"><option value="17" selected="selected">Privat</option></optgroup>
      <optgroup label="Offentlig"><option value="18">Kommun</option><option value="19">Stat</option></optgroup></select></td></tr>
      <tr><td class="q">Vilka stöd känner ni till?</td><td><table id="ctl00_Main_q3"><tr>
      <td><input id="q3_0" type="checkbox" name="ctl00$Main$q3$0" checked="checked" value="4"><label for="q3_0">Tolk</label></td></tr><tr>
      <td><input id="q3_1" type="checkbox" name="ctl00$Main$q3$1" value="5"><label for="q3_1">Mentor, handledare</label></td></tr><tr>
      <td><input id="q3_2" type="checkbox" name="ctl00$Main$q3$2" checked="checked" value="6"><label for="q3_2">Lönestöd</label></td></tr></table></td></tr>
      <tr><td class="q">Har ni sökt personal?</td><td><input id="q4_0" type="radio" name="ctl00$Main$q4" value="0" checked="checked">
      <label for="q4_0">Ja</label><input id="q4_1" type="radio" name="ctl00$Main$q4" value="1"><label for="q4_1">Nej</label></td></tr>
      </table>
      <table class="matrix"><tr><th>Hur svårt är det att rekrytera?</th><th>Mycket lätt</th><th>Lätt</th><th>Varken eller</th><th>Svårt</th><th>Mycket svårt</th></tr>
      <tr><td>Kockar</td><td><input type="radio" name="ctl00$Main$m1" value="r1"></td><td><input type="radio" name="ctl00$Main$m1" value="r2"></td>
      <td><input type="radio" name="ctl00$Main$m1" value="r3"></td><td><input type="radio" name="ctl00$Main$m1" value="r4" checked></td>
      <td><input type="radio" name="ctl00$Main$m1" value="r5"></td></tr>
      <tr><td>Lärare</td><td><input type="radio" name="ctl00$Main$m2" value="r1"></td><td><input type="radio" name="ctl00$Main$m2" value="r2" checked></td>
      <td><input type="radio" name="ctl00$Main$m2" value="r3"></td><td><input type="radio" name="ctl00$Main$m2" value="r4"></td>
      <td><input type="radio" name="ctl00$Main$m2" value="r5"></td></tr></table>
      <table><tr><th></th><th>Om 2 år</th><th>Om 5 år</th></tr>
      <tr><th>Behov av personal</th><td><input name="ctl00$Main$n2" value="45"></td><td><input name="ctl00$Main$n5" value="50–55"></td></tr></table>
      <p>Övriga synpunkter<br><textarea name="ctl00$Main$q9" rows="2">Vi söker &lt;kockar&gt; &amp; lärare.
      Gärna två.</textarea></p>
      <div style="display: none"><table><tr><td>Hur många hittade ni inte?</td><td><input name="ctl00$Main$q10"></td></tr></table></div>
      <input type="submit" name="ctl00$Main$btn" value="Skicka"></form></body></html>
      """)
}
