extension FormMaker {
  /// Tags in capitals, nothing closed, text before the fields, no names and no labels: a page written by hand long ago.
  static let oldForm = FormMaker(
    testDescription: "a page written by hand, without names",
    found: [
      "unit": ["label:Nyckel"], "datum": ["label:Dag"], "staff": ["label:1. Hur många är anställda?"],
      "sector": ["label:2. Sektor"], "supports": ["heading:3. Vilka stöd känner ni till?"],
      "tried": ["heading:4. Har ni sökt personal?"], "cooks": ["label:Kockar"], "teachers": ["label:Lärare"],
      "need2": ["path:\"table#behov tr:2 td:2 input\""], "need5": ["path:\"table#behov tr:2 td:3 input\""],
      "comment": ["label:Övrigt"], "skipped": ["#funna"],
    ],
    page: """
      <HTML><BODY BGCOLOR=white><CENTER><TABLE WIDTH=700><TR><TD><FORM>
      <FONT SIZE=2>Nyckel: <INPUT TYPE=text VALUE=0181-0001> Dag <INPUT VALUE="2026-02-03"><BR>
      <B>1. Hur m&aring;nga &auml;r anst&auml;llda?</B> <INPUT SIZE=4 VALUE=40> personer<P>
      2. Sektor <SELECT><OPTION>V&auml;lj<OPTION SELECTED>Privat<OPTION>Kommun<OPTION>Stat</SELECT>
      <H3>3. Vilka st&ouml;d k&auml;nner ni till?</H3><INPUT TYPE=checkbox CHECKED> Tolk<BR><INPUT TYPE=checkbox> Mentor, handledare<BR><INPUT TYPE=checkbox CHECKED> L&ouml;nest&ouml;d
      <H3>4. Har ni s&ouml;kt personal?</H3><INPUT TYPE=radio VALUE=J CHECKED>Ja <INPUT TYPE=radio VALUE=N>Nej
      <H3>5. Hur sv&aring;rt &auml;r det?</H3>
      <TABLE BORDER=1><TR><TD>Kockar<TD><SELECT><OPTION>L&auml;tt<OPTION SELECTED>Sv&aring;rt</SELECT><TR><TD>L&auml;rare<TD><SELECT><OPTION SELECTED>L&auml;tt<OPTION>Sv&aring;rt</SELECT></TABLE>
      <TABLE ID=behov><TR><TD><TD>2 &aring;r<TD>5 &aring;r<TR><TD>Behov<TD><INPUT VALUE=45><TD><INPUT VALUE="50&ndash;55"></TABLE>
      <FIELDSET DISABLED>Hur m&aring;nga hittade ni inte? <INPUT ID=funna></FIELDSET>
      &Ouml;vrigt<BR><TEXTAREA ROWS=3>Vi s&ouml;ker &lt;kockar&gt; &amp; l&auml;rare.
      G&auml;rna tv&aring;.</TEXTAREA>
      </FORM></TABLE></CENTER></BODY></HTML>
      """)
}
