extension FormMaker {
  /// A survey tool's own page: a box with a name of its own for each choice, arrays of radio buttons, hidden questions.
  static let surveyForm = FormMaker(
    testDescription: "a survey tool's page",
    found: [
      "unit": ["841748X1X1"], "datum": ["datestamp"], "staff": ["841748X1X2"], "sector": ["841748X1X3"],
      "supports": ["label:Vilka stöd känner ni till?"], "tried": ["label:Har ni sökt personal?"],
      "cooks": ["841748X2X6SQ001"], "teachers": ["label:Lärare"], "need2": ["label:Om 2 år"],
      "need5": ["label:Om 5 år"],
      "comment": ["#answer841748X3X9"], "skipped": ["841748X2X7"],
    ],
    page: """
      <html><body><form id="limesurvey"><input type="hidden" name="datestamp" value="2026-02-03">
      <div id="question1" class="text-short"><div class="question-title-container"><div class="ls-label-question"><p>Arbetsställe</p></div></div>
      <div class="answer-container"><input class="text" type="text" name="841748X1X1" value="0181-0001"></div></div>
      <div id="question2" class="numeric"><div class="question-title-container"><div class="ls-label-question">Hur många är anställda?</div></div>
      <div class="answer-container"><div class="ls-answers"><input type="text" name="841748X1X2" value="40" data-number="1"></div></div></div>
      <div id="question3" class="list-dropdown"><div class="question-title-container">Sektor</div><select name="841748X1X3">
      <option value="">Välj...</option><option value="A1" selected>Privat</option><option value="A2">Kommun</option></select></div>
      <div id="question4" class="multiple-opt"><div class="question-title-container"><div class="ls-label-question">Vilka stöd känner ni till?</div></div>
      <div class="question-help">Välj ett eller flera.</div>
      <div class="answer-container"><ul class="ls-answers"><li><input type="checkbox" name="841748X1X4SQ1" id="s1" value="Y" checked><label for="s1">Tolk</label>
      <input type="hidden" name="java841748X1X4SQ1" value="Y"></li><li><input type="checkbox" name="841748X1X4SQ2" id="s2" value="Y"><label for="s2">Mentor, handledare</label></li>
      <li><input type="checkbox" name="841748X1X4SQ3" id="s3" value="Y" checked><label for="s3">Lönestöd</label></li></ul></div></div>
      <div id="question5" class="yes-no"><div class="question-title-container"><div class="ls-label-question">Har ni sökt personal?</div></div>
      <div class="answer-container"><ul class="ls-answers"><li><input type="radio" name="841748X1X5" id="y" value="Y" checked><label for="y">Ja</label></li>
      <li><input type="radio" name="841748X1X5" id="n" value="N"><label for="n">Nej</label></li></ul></div></div>
      <div id="question6" class="array-flexible-row"><div class="question-title-container">Hur svårt är det att rekrytera?</div><table class="ls-answers">
      <thead><tr><td></td><th>Mycket lätt</th><th>Lätt</th><th>Svårt</th></tr></thead><tbody>
      <tr><th>Kockar<input type="hidden" name="java841748X2X6SQ001" value="B3"></th><td><input type="radio" name="841748X2X6SQ001" value="B1"></td>
      <td><input type="radio" name="841748X2X6SQ001" value="B2"></td><td><input type="radio" name="841748X2X6SQ001" value="B3" checked></td></tr>
      <tr><th>Lärare</th><td><input type="radio" name="841748X2X6SQ002" value="B1"></td><td><input type="radio" name="841748X2X6SQ002" value="B2" checked></td>
      <td><input type="radio" name="841748X2X6SQ002" value="B3"></td></tr></tbody></table></div>
      <div id="question7" class="numeric ls-irrelevant ls-hidden" style="display: none;"><div>Hur många hittade ni inte?</div><input name="841748X2X7"></div>
      <div id="question8" class="multiple-short-txt"><div class="question-title-container">Behov av personal</div><ul>
      <li><label for="t1">Om 2 år</label><input id="t1" name="841748X3X8SQ1" value="45"></li><li><label for="t2">Om 5 år</label><input id="t2" name="841748X3X8SQ2" value="50–55"></li></ul></div>
      <div id="question9" class="text-long"><textarea id="answer841748X3X9" name="841748X3X9">Vi söker &lt;kockar&gt; &amp; lärare.
      Gärna två.</textarea></div></form></body></html>
      """)
}
