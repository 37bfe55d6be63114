extension FormMaker {
  /// Lists and wrapped fields, boxes numbered by the question: forms of web publishing systems.
  static let pluginForm = FormMaker(
    testDescription: "lists of numbered fields, with section headings and fieldsets",
    found: [
      "unit": ["input_1"], "datum": ["label:Datum"], "staff": ["heading:\"Er personal\" label:\"Antal anställda\""],
      "sector": ["legend:Sektor"], "supports": ["legend:Vilka stöd känner ni till?"],
      "tried": ["label:Har ni sökt personal?"],
      "cooks": ["legend:\"Svårt att rekrytera\" label:\"Kockar\""],
      "teachers": ["legend:\"Svårt att rekrytera\" label:\"Lärare\""],
      "need2": ["heading:\"Behov framöver\" label:\"2 år\""], "need5": ["heading:\"Behov framöver\" label:\"5 år\""],
      "comment": ["your-message"], "skipped": ["label:Hur många hittade ni inte?"],
    ],
    page: """
      <div class="gform_wrapper"><form id="gform_2" method="post"><ul class="gform_fields">
      <li class="gfield"><h3 class="gsection_title">Om er</h3></li>
      <li class="gfield"><label class="gfield_label" for="input_2_1">Arbetsställe<span class="req">*</span></label><div class="ginput_container"><input name="input_1" id="input_2_1" type="text" value="0181-0001"></div></li>
      <li class="gfield"><label class="gfield_label">Datum</label><div class="ginput_container"><input type="date" name="input_2" value="2026-02-03"></div></li>
      <li class="gfield"><fieldset><legend>Sektor</legend><ul class="gfield_radio"><li><input name="input_3" type="radio" value="1" checked id="c31"><label for="c31">Privat</label></li>
      <li><input name="input_3" type="radio" value="2" id="c32"><label for="c32">Kommun</label></li></ul></fieldset></li>
      <li class="gfield"><h3 class="gsection_title">Er personal</h3></li>
      <li class="gfield"><label for="input_2_4">Antal anställda</label><input name="input_4" id="input_2_4" value="40"></li>
      <li class="gfield"><fieldset class="gfield"><legend class="gfield_label">Vilka stöd känner ni till?</legend><div class="ginput_container"><ul>
      <li><input name="input_5.1" type="checkbox" value="Tolk" checked id="c51"><label for="c51">Tolk</label></li>
      <li><input name="input_5.2" type="checkbox" value="Mentor, handledare" id="c52"><label for="c52">Mentor, handledare</label></li>
      <li><input name="input_5.3" type="checkbox" value="Lönestöd" checked id="c53"><label for="c53">Lönestöd</label></li></ul></div></fieldset></li>
      <li class="gfield"><span>Har ni sökt personal?</span><div><input type="radio" name="input_6" value="1" id="c61" checked><label for="c61">Ja</label>
      <input type="radio" name="input_6" value="0" id="c62"><label for="c62">Nej</label></div></li>
      <li class="gfield"><fieldset><legend>Svårt att rekrytera</legend><div><label for="m1">Kockar</label> <select id="m1" name="input_7.1"><option>Välj<option value="d1">Lätt<option value="d2" selected>Svårt</select></div>
      <div><label for="m2">Lärare</label> <select id="m2" name="input_7.2"><option>Välj<option value="d1" selected>Lätt<option value="d2">Svårt</select></div></fieldset></li>
      <li class="gfield" style="display:none"><label for="x">Hur många hittade ni inte?</label><input id="x" name="input_8"></li>
      <li class="gfield"><h3>Behov framöver</h3></li>
      <li class="gfield"><label>2 år <input name="input_9.1" value="45"></label> <label>5 år <input name="input_9.2" value="50–55"></label></li>
      <li class="gfield"><p>Meddelande<br><span class="wpcf7-form-control-wrap"><textarea name="your-message">Vi söker &lt;kockar&gt; &amp; lärare.
      Gärna två.</textarea></span></p></li></ul></form></div>
      """)
}
