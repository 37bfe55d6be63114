/// A filled-in page such as a browser saves it, with the habits of several form programs in one.
let employerPage = """
  <!DOCTYPE html>
  <html lang="sv">
  <head><meta charset="utf-8"><title>Enkät till arbetsgivare</title>
  <style>p { color: #333 }</style>
  <script>if (1 < 2) { document.write("</p><input name='fusk' value='1'>"); }</script>
  </head>
  <body>
  <header><p>Logotyp på utskrifter</p></header>
  <h1>Enkät till arbetsgivare</h1>
  <form action="/spara" method="post">
  <input type="hidden" name="nyckel" value="0181-0042">
  <p><label for="a1">Arbetsställets namn:</label> <input id="a1" name="arbetsstalle"
    value="Södertälje Bageri &amp; Café AB"></p>
  <p><label>Hur många arbetar här i dag? <input type="text" name="antal_idag" value="ca 20"></label></p>
  <div>Sektor</div>
  <div><select name="sektor"><option value="">Välj …</option><option value="privat" selected>Privat</option>
    <option value="kommun">Kommunal</option></select></div>
  <fieldset><legend>Högsta chefens kön</legend>
    <input type="radio" name="kon_vd" value="kvinna" id="k1" checked><label for="k1">Kvinna</label>
    <input type="radio" name="kon_vd" value="man" id="k2"><label for="k2">Man</label>
  </fieldset>
  <fieldset><legend>Om ni anställer</legend>
    <p>Vad skulle behövas?</p>
    <input type="checkbox" name="stod[]" value="tolk" checked> Tolk<br>
    <input type="checkbox" name="stod[]" value="lonebidrag"> Lönebidrag<br>
    <input type="checkbox" name="stod[]" value="handledare" checked> Handledare<br>
    <p>Språk <select name="sprak" multiple><option value="sv" selected>Svenska<option value="en" selected>Engelska
      <option value="ar">Arabiska</select></p>
  </fieldset>
  <h2>Yrken</h2>
  <table class="yrken">
  <tr><th>Yrke</th><th>Antal i dag</th><th colspan="2">Pension inom 5 år</th></tr>
  <tr><td>Bagare</td><td><input type="number" name="yrke[1].antal" value="12"></td>
    <td><input name="yrke[1].pension5" value="2"></td><td><input name="yrke[1].pension5max" value="3"></td></tr>
  <tr><td>Konditor</td><td><input type="number" name="yrke[2].antal" value=""></td>
    <td><input name="yrke[2].pension5" value="&nbsp;"></td><td><input name="yrke[2].pension5max"></td></tr>
  </table>
  <template><table><tr><td><input name="yrke[NY].antal" value="9"></td></tr></table></template>
  <dl><dt>Ort</dt><dd><input name="ort" value="   "></dd>
  <dt>Telefon</dt><dd><input type="tel" name="telefon" value="08-000 00 00"></dd></dl>
  <h3>Övrigt</h3>
  <textarea name="kommentar">
  Vi söker &lt;bagare&gt; &amp; konditor.
  Gärna två.</textarea>
  <input type="password" name="losen" value="x"><input type="reset" name="rensa">
  <p><button name="spara" value="1">Spara</button> <input type="submit" name="skicka" value="Skicka"></p>
  </form>
  </body>
  </html>

  """
