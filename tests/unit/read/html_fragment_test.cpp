#include "read/html_fragment.h"

#include <catch2/catch.hpp>

#include "read/html_fragment_elements.h"

using namespace kanon;

namespace {

/// Tokens in short: `<b a=v>`, `</b>`, `"words"`.
std::string tokens(std::string_view html, std::string_view inside = {}) {
  std::string all;
  for (const HtmlToken& token : html_tokens(html, inside)) {
    switch (token.kind) {
      case HtmlToken::Kind::text:
        all += '"' + token.name + '"';
        break;
      case HtmlToken::Kind::end_tag:
        all += "</" + token.name + '>';
        break;
      case HtmlToken::Kind::broken_tag:
        all += "broken " + token.name + ' ';
        break;
      case HtmlToken::Kind::start_tag:
        all += '<' + token.name;
        for (const HtmlAttribute& attribute : token.attributes) all += ' ' + attribute.name + '=' + attribute.value;
        all += token.closes_itself ? "/>" : ">";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("tags, attributes and their quotes") {
  CHECK(tokens("a<B>c</b >d") == "\"a\"<b>\"c\"</b>\"d\"");
  CHECK(tokens("<a b c='d' E=\"f g\" h=i>") == "<a b= c=d e=f g h=i>");
  CHECK(tokens("<a b = c\n d=\t'e'>") == "<a b=c d=e>");
  CHECK(tokens("<a b='>' c=\">\">x") == "<a b=> c=>>\"x\"");
  CHECK(tokens("<a/b/c=d/>") == "<a b= c=d/>");
  CHECK(tokens("<br/><b />") == "<br/><b/>");
  CHECK(tokens("<a =b>") == "<a =b=>");
  CHECK(tokens("<a b=&quot;&#x41;&amp;>") == "<a b=\"A&>");
  CHECK(tokens("<a b=\"c\"d=e>") == "<a b=c d=e>");
}

TEST_CASE("text and its character references") {
  CHECK(tokens("a &lt;b&gt; &aelig; &x; & c") == "\"a <b> æ &x; & c\"");
  CHECK(tokens("1 < 2 <3 <> </> x") == "\"1 < 2 <3 <> \"\" x\"");
}

TEST_CASE("comments and their kin show nothing") {
  CHECK(tokens("a<!-- <b> -->c<!--x--!>d<!-->e<!--->f") == "\"a\"\"c\"\"d\"\"e\"\"f\"");
  CHECK(tokens("a<!-- <!-- x --> b -->") == "\"a\"\" b -->\"");
  CHECK(tokens("a<?php <b> ?>c<!DOCTYPE x>d<![CDATA[<b>]]>e</ x>f") == "\"a\"\"c\"\"d\"\"e\"\"f\"");
  CHECK(tokens("a<!-- b") == "\"a\"");
}

TEST_CASE("what holds no markup is passed over to its own end tag") {
  CHECK(tokens("<script>if (a<b) '</p>' </SCRIPT >x") == "<script></script>\"x\"");
  CHECK(tokens("<style></styles></style>x") == "<style></style>\"x\"");
  CHECK(tokens("<textarea><b>") == "<textarea>");
  CHECK(tokens("<plaintext></plaintext>x") == "<plaintext>");
  CHECK(tokens("alert(1)</script>x", "script") == "</script>\"x\"");
}

TEST_CASE("an unfinished tag is named, and its text stays text") {
  CHECK(tokens("<b c='d>e") == "broken b \"<b c='d>e\"");
  CHECK(tokens("x<b <i>y") == "\"x\"<b <i=>\"y\"");
  CHECK(tokens("<b") == "broken b \"<b\"");
}

TEST_CASE("thousands of unfinished tags take no more than linear time") {
  for (const std::string_view piece : {"<a b='' ", "<a ", "<!--", "</a ", "<a b=\"", "<?"}) {
    std::string html;
    while (html.size() < 1'000'000) html += piece;
    CHECK(html_tokens(html + "c='>'").size() < 1'000'000);
  }
}

TEST_CASE("only allowed attributes with valid values are kept") {
  const auto kept = [](std::string_view tag) { return allowed_attributes(html_tokens(tag).front()); };
  CHECK(kept("<span class='a \"b c-d_1 <x>' lang=da title='&quot;>&amp;' dir=RTL>") ==
        " class=\"a c-d_1\" lang=\"da\" title=\"&quot;&gt;&amp;\" dir=\"rtl\"");
  CHECK(kept("<span style='x' id=a onclick=b href=c width=1 data-x=y>") == "");
  CHECK(kept("<span lang='da\"' dir=up class='' title=>") == "");
  CHECK(kept("<ol start=-3>") == " start=\"-3\"");
  CHECK(kept("<ol start=3x>") == "");
  CHECK(kept("<ul start=3>") == "");
  CHECK(kept("<b class=a class=b>") == " class=\"a\"");
  CHECK(kept("<b lang=en-GB>") == " lang=\"en-GB\"");
}
