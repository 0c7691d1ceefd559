#include <catch2/catch.hpp>

#include "base/text.h"
#include "unit/emit/body_reading.h"
#include "unit/emit/strict_html.h"

// Ways to bring script into a page, from the public collections. Whatever is written, what comes out is text or allowed
// elements: strict_html.h knows no others.

using namespace std::string_literals;

namespace {

const std::vector<std::string>& vectors() {
  static const std::vector<std::string> all{
      "<script>alert(1)</script>",
      "<SCRIPT SRC=http://x.dk/x.js></SCRIPT>",
      "<ScRiPt>alert(1)</sCrIpT>",
      "<script/src=x>",
      "<script\n>alert(1)</script\n>",
      "<<script>alert(1)//<</script>",
      "<scr<script>ipt>alert(1)</script>",
      "<script>alert(1)",
      "a <script>alert(1)",
      "<img src=x onerror=alert(1)>",
      "<img src=\"javascript:alert(1)\">",
      "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
      "<img/src=x/onerror=alert(1)>",
      "<img src=x onerror=alert(1)//",
      "<svg onload=alert(1)>",
      "<svg/onload=alert(1)>",
      "<svg><script>alert(1)</script></svg>",
      "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
      "<svg><style><img src=x onerror=alert(1)></style></svg>",
      "<math><mtext><img src=x onerror=alert(1)></math>",
      "<math href=\"javascript:alert(1)\">x</math>",
      "<iframe src=\"javascript:alert(1)\"></iframe>",
      "<iframe srcdoc='<script>alert(1)</script>'>",
      "<object data=\"javascript:alert(1)\"></object>",
      "<embed src=\"javascript:alert(1)\">",
      "<applet code=x>",
      "<base href=\"javascript:\">",
      "<link rel=stylesheet href=\"javascript:alert(1)\">",
      "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
      "<style>@import 'javascript:alert(1)';</style>",
      "<style><!--</style><script>alert(1)</script>",
      "<form action=\"javascript:alert(1)\"><input type=submit></form>",
      "<input onfocus=alert(1) autofocus>",
      "<button onclick=alert(1)>x</button>",
      "<textarea onfocus=alert(1) autofocus>",
      "<select onchange=alert(1)>",
      "<body onload=alert(1)>",
      "<frameset onload=alert(1)>",
      "<video><source onerror=alert(1)></video>",
      "<audio src=x onerror=alert(1)>",
      "<marquee onstart=alert(1)>",
      "<keygen onfocus=alert(1)>",
      "<isindex action=javascript:alert(1)>",
      "<bgsound src=javascript:alert(1)>",
      "<details open ontoggle=alert(1)><summary>x</summary></details>",
      "<div onmouseover=\"alert(1)\">x</div>",
      "<b onmouseover=alert(1)>x</b>",
      "<b/onclick=alert(1)>x</b>",
      "<b ONCLICK='alert(1)'>x</b>",
      "<b\nonclick\n=\nalert(1)>x</b>",
      "<b a='>' onclick=alert(1)>x</b>",
      "<b =x onclick=alert(1)>",
      "<div style=\"background:url(javascript:alert(1))\">x</div>",
      "<div style=\"width:expression(alert(1))\">x</div>",
      "<span class='\" onclick=alert(1)'>x</span>",
      "<span title='\"><script>alert(1)</script>'>x</span>",
      "<span title=\"&quot;&gt;&lt;script&gt;\">x</span>",
      "<span lang='\"><b>'>x</span>",
      "<a href=\"javascript:alert(1)\">x</a>",
      "<a href=x onclick=alert(1)>x</a>",
      "<table background=\"javascript:alert(1)\"><tr><td>x</table>",
      "<template><script>alert(1)</script></template>",
      "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
      "<title><img src=x onerror=alert(1)></title>",
      "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
      "<plaintext><script>alert(1)</script>",
      "<noembed><img title=\"</noembed><img onerror=alert(1)>\"></noembed>",
      "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
      "<!-- --!><script>alert(1)</script> -->",
      "<!--><script>alert(1)</script>-->",
      "<?xml version=\"1.0\"?><script>alert(1)</script>",
      "<![CDATA[<script>alert(1)</script>]]>",
      "<!DOCTYPE x [<!ENTITY y 'z'>]>",
      "</p><script>alert(1)</script>",
      "</div></div></main><script>alert(1)</script>",
      "</textarea><script>alert(1)</script>",
      "<x onclick=alert(1)>y</x>",
      "<custom-element onclick=alert(1)>",
      "<b><!--</b>--><script>alert(1)</script>",
      "<div><a title='</div><script>alert(1)</script>'>x</a></div>",
      "[x](javascript:alert(1))",
      "[x](JaVaScRiPt:alert(1))",
      "[x](&#106;avascript:alert(1))",
      "[x](&#x6A;avascript:alert(1))",
      "[x](java&Tab;script:alert(1))",
      "[x](java&NewLine;script:alert(1))",
      "[x](javascript&colon;alert(1))",
      "[x](<java\tscript:alert(1)>)",
      "[x](\x01javascript:alert(1))",
      "[x](&#1;javascript:alert(1))",
      "[x](data:text/html;base64,PHNjcmlwdD4=)",
      "[x](vbscript:msgbox(1))",
      "[x](file:///etc/passwd)",
      "[x](//evil.dk)",
      "[x](\\\\\\\\evil.dk)",
      "[x](/\\\\evil.dk)",
      "[x][r]\n\n[r]: javascript:alert(1)",
      "<javascript:alert(1)>",
      "<JAVASCRIPT:alert(1)>",
      "<data:text/html,x>",
      "![x](javascript:alert(1))",
      "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
      "![x\" onerror=\"alert(1)](y)",
      "![x](y\" onerror=\"alert(1))",
      "[x](y \"z\\\" onclick=\\\"alert(1)\")",
      "[x](<y\"onclick=alert(1)>)",
      "# x {#\"onclick=alert(1)}",
      "# <script>alert(1)</script>",
      "```\"><script>alert(1)</script>\nx\n```",
      "```html\n<script>alert(1)</script>\n```",
      "`<script>alert(1)</script>`",
      "\\<script>alert(1)\\</script>",
      "&lt;script&gt;alert(1)&lt;/script&gt;",
      "&#60;script&#62;alert(1)",
      "| <script>alert(1)</script> | <img src=x onerror=alert(1)> |\n|---|---|\n| [x](javascript:y) | <b onclick=z>a |",
      "> [!DEFINITION] <script>alert(1)</script>\n> x",
      "> [!NOTE] \" onclick=\"alert(1)\n> x",
      "[^<script>alert(1)</script>]",
      "a[^\"x]\n\n[^\"x]: <script>alert(1)</script>",
      "```kanon \"><script>alert(1)</script> a=\"<b>\"\n```",
      "<div\n<script>alert(1)</script>",
      "<div title=\"\n\n<script>alert(1)</script>",
      "<p\x0Conclick=alert(1)>x",
      "<b\x00onclick=alert(1)>x",
      "<\0script>alert(1)</script>"s,
      "<ul><li><script>alert(1)</script><li onclick=x>y</ul>",
      "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
      "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">"};
  return all;
}

}  // namespace

TEST_CASE("nothing that runs comes through, wherever it stands") {
  CHECK(vectors().size() >= 60);
  for (const std::string& vector : vectors()) {
    for (const std::string& around :
         {std::string("@\n"), std::string("tekst @ tekst\n"), std::string("> - @\n"), std::string("<div>\n@\n</div>\n"),
          std::string("| a |\n|---|\n| @ |\n"), std::string("*@*\n"), std::string("# @\n"), std::string("[@](x)\n"),
          std::string("<ul><li>@</ul>\n"), std::string("x[^1]\n\n[^1]: @\n")}) {
      const std::string text = kanon::replace_all(around, "@", vector);
      INFO(text);
      CHECK(kanon::fault_of(kanon::html_of(text)) == "");
    }
  }
}

TEST_CASE("what is left out is said, once a tag") {
  for (const std::string element :
       {"script", "style", "img",     "a",     "svg",      "math",     "iframe",   "object", "embed",     "applet",
        "base",   "link",  "meta",    "form",  "input",    "button",   "textarea", "select", "body",      "frameset",
        "video",  "audio", "marquee", "table", "template", "noscript", "title",    "xmp",    "plaintext", "x-y"}) {
    const auto findings =
        kanon::parsed_body("<" + element + " onclick=x href='javascript:y'>z</" + element + ">\n").findings();
    INFO(element);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == kanon::RuleId::unsafe_html);
    CHECK(findings[0].range.begin == 0);
  }
}

TEST_CASE("what runs leaves no trace in the text either") {
  CHECK(kanon::html_of("a <script>alert(1)</script> b\n") == "<p>a  b</p>\n");
  CHECK(kanon::html_of("<style>p{}</style>\n\na\n") == "<p>a</p>\n");
  CHECK(kanon::html_of("<svg><text>x</text></svg>\n") == "");
}
