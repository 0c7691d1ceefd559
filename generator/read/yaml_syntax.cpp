#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "read/yaml_findings.h"
#include "read/yaml_tree.h"

namespace kanon {
namespace {

Finding invalid(Range range, Message what, Message help) {
  return {RuleId::invalid_yaml, range, std::move(what), std::move(help)};
}

Message quote_it() {
  return message("Sæt hele værdien i anførselstegn: \"…\"", "Put the whole value in quotation marks: \"…\"");
}

Finding tab_in_indentation(Range range) {
  return invalid(range,
                 message("Linjen er rykket ind med et tabulatortegn; YAML tillader kun mellemrum",
                         "The line is indented with a tab; YAML allows spaces only"),
                 message("Erstat tabulatortegnet med to mellemrum.", "Replace the tab with two spaces."));
}

Finding missing_colon(Range range) {
  return invalid(range, message("Der mangler et kolon efter nøglen", "A colon is missing after the key"),
                 message("Skriv linjen som «nøgle: værdi».", "Write the line as “key: value”."));
}

Finding missing_space(Range range) {
  return invalid(range, message("Der mangler et mellemrum efter kolonet", "A space is missing after the colon"),
                 message("Skriv linjen som «nøgle: værdi».", "Write the line as “key: value”."));
}

Finding colon_in_value(Range range) {
  return invalid(range,
                 message("Værdien indeholder et kolon fulgt af mellemrum, og så læses den som endnu en nøgle",
                         "The value holds a colon followed by a space, and so it is read as another key"),
                 quote_it());
}

Finding wrong_indentation(Range range) {
  return invalid(range,
                 message("Linjens indrykning passer ikke med linjerne over den",
                         "The line's indentation does not match the lines above it"),
                 message("Ryk linjen ind med lige så mange mellemrum som de andre nøgler eller punkter i samme gruppe.",
                         "Indent the line by as many spaces as the other keys or entries of its group."));
}

Finding entry_among_keys(Range range) {
  return invalid(range,
                 message("Her begynder et listepunkt med «-», hvor der skulle stå en nøgle eller en værdi",
                         "A list entry begins here with “-” where a key or a value was expected"),
                 message("Sæt punktet på en linje for sig under den nøgle, det hører til. Skal teksten begynde med en "
                         "bindestreg, så sæt den i anførselstegn.",
                         "Put the entry on a line of its own below the key it belongs to. If the text is to begin with "
                         "a hyphen, put it in quotation marks."));
}

Finding text_after_quote(Range range) {
  return invalid(
      range,
      message("Der står tekst efter det afsluttende anførselstegn", "There is text after the closing quotation mark"),
      message("Sæt hele værdien i \"…\"; anførselstegn inde i teksten skrives \\\" eller «».",
              "Put the whole value in \"…\"; quotation marks inside the text are written \\\" or “ ”."));
}

Finding unclosed_bracket(Range range, char bracket) {
  return invalid(range, message("«{}» åbnes her, men lukkes ikke", "“{}” is opened here but never closed", bracket),
                 message("Sæt «{}» efter det sidste punkt. Er det almindelig tekst, så sæt værdien i anførselstegn.",
                         "Put “{}” after the last entry. If it is ordinary text, put the value in quotation marks.",
                         bracket == '[' ? ']' : '}'));
}

Finding missing_comma(Range range) {
  return invalid(
      range,
      message("Her skulle stå et komma eller en afsluttende parentes",
              "A comma or a closing bracket was expected here"),
      message("Sæt komma mellem punkterne. Indeholder en værdi kolon eller komma, så sæt den i anførselstegn.",
              "Put a comma between the entries. If a value holds a colon or a comma, put it in quotation marks."));
}

Finding stray_bracket(Range range) {
  return invalid(range,
                 message("Her lukkes en parentes, som ikke er åbnet", "A bracket is closed here that was never opened"),
                 message("Slet parentesen, eller sæt værdien i anførselstegn.",
                         "Delete the bracket, or put the value in quotation marks."));
}

Finding reserved_beginning(Range range, std::string_view character) {
  return invalid(range,
                 message("En værdi må ikke begynde med «{}» uden anførselstegn",
                         "A value must not begin with “{}” without quotation marks", character),
                 quote_it());
}

Finding backslash_in_quotes(Range range) {
  return invalid(range,
                 message("Efter en omvendt skråstreg i \"…\" skal stå et tegn, som YAML kender",
                         "A backslash inside \"…\" must be followed by a character that YAML knows"),
                 message("Skriv to omvendte skråstreger, eller brug '…' i stedet for \"…\".",
                         "Write two backslashes, or use '…' instead of \"…\"."));
}

Finding text_after_block_sign(Range range) {
  return invalid(range,
                 message("Efter «|» eller «>» skal teksten begynde på næste linje",
                         "After “|” or “>” the text must begin on the next line"),
                 message("Flyt teksten til næste linje, rykket ind, eller sæt værdien i anførselstegn.",
                         "Move the text to the next line, indented, or put the value in quotation marks."));
}

Finding unreadable(Range range) {
  return invalid(
      range,
      message("Linjen kan ikke læses som YAML; her skulle stå en nøgle («nøgle: værdi») eller et punkt («- værdi»)",
              "The line can't be read as YAML; a key (“key: value”) or an entry (“- value”) was expected"),
      message("Ret linjen, eller sæt værdien i anførselstegn, hvis den indeholder særlige tegn.",
              "Correct the line, or put the value in quotation marks if it holds special characters."));
}

/// Looks at the source around an error for the mistake behind it.
class Diagnosis {
 public:
  Diagnosis(const YamlSource& source, YamlSyntaxError error, const YamlProgress& progress)
      : source_(source), error_(error), progress_(progress), pending_(first_not_understood()) {}

  Finding finding() const {
    if (const auto tab = tab_before_error()) return tab_in_indentation(*tab);
    if (const auto open = unclosed_quote_before()) return unclosed_quote(*open);
    if (auto found = by_character()) return *found;
    if (progress_.open_brace) return in_brackets(*progress_.open_brace);
    if (follows_quoted()) return after_quoted();
    if (said("illegal map value")) return unexpected_colon();
    return unexpected_line();
  }

 private:
  bool said(std::string_view words) const { return error_.said.starts_with(words); }
  bool entry_at(std::uint32_t offset) const { return source_.at(offset) == '-' && source_.is_gap(offset + 1); }

  /// Past the colons, dashes and commas that were understood: where the unreadable thing begins.
  std::uint32_t first_not_understood() const {
    std::uint32_t at = source_.skip_gaps(progress_.read_to);
    while (std::string_view(":-?,").find(source_.at(at)) != std::string_view::npos && source_.at(at) != '\0' &&
           source_.is_gap(at + 1)) {
      at = source_.skip_gaps(at + 1);
    }
    return at;
  }

  std::optional<Range> tab_before_error() const {
    const std::uint32_t from = progress_.last_scalar ? progress_.last_scalar->begin : source_.begin();
    std::uint32_t line = source_.line_begin(std::min(from, error_.at));
    while (line < source_.end() && line <= error_.at) {
      for (std::uint32_t at = line; source_.at(at) == ' ' || source_.at(at) == '\t'; ++at) {
        if (source_.at(at) == '\t') return Range{at, at + 1};
      }
      line = source_.line_end(line) + 1;
    }
    return std::nullopt;
  }

  /// A quote that is never closed, or is only closed by the one that opens a later value.
  std::optional<Range> unclosed_quote_before() const {
    if (said("illegal EOF in scalar") || said("illegal document indicator in scalar") || opens_without_end(pending_)) {
      return Range{pending_, std::max(pending_ + 1, source_.line(pending_).end)};
    }
    if (!follows_quoted() || source_.same_line(progress_.last_scalar->begin, progress_.last_scalar->end)) return {};
    return Range{progress_.last_scalar->begin, source_.line(progress_.last_scalar->begin).end};
  }

  bool opens_without_end(std::uint32_t at) const {
    return (source_.at(at) == '"' || source_.at(at) == '\'') && !source_.end_of_quoted(at);
  }

  /// The error stands right after a value in quotes, on the line where that ends.
  bool follows_quoted() const {
    if (!progress_.last_scalar || error_.at < progress_.last_scalar->end) return false;
    const char first = source_.at(progress_.last_scalar->begin);
    return (first == '"' || first == '\'') && source_.same_line(progress_.last_scalar->end, error_.at) &&
           source_.skip_blanks(progress_.last_scalar->end) == error_.at;
  }

  Finding after_quoted() const {
    if (source_.at(error_.at) == ':') {
      return source_.is_gap(error_.at + 1) ? unexpected_colon() : missing_space(source_.line(error_.at));
    }
    return text_after_quote({error_.at, std::max(error_.at, source_.line(error_.at).end)});
  }

  std::optional<Finding> by_character() const {
    const Range here{error_.at, std::min(error_.at + 1, source_.end())};
    const Range rest{pending_, std::max(pending_, source_.line(pending_).end)};
    if (said("unknown token")) return reserved_beginning(here, source_.part(here));
    for (const std::string_view words :
         {"the referenced anchor is not defined", "alias not found", "illegal character found while scanning alias"}) {
      if (said(words)) return reserved_beginning(rest, "*");
    }
    if (said("anchor not found") || said("illegal character found while scanning anchor")) {
      return reserved_beginning(rest, "&");
    }
    if (said("end of verbatim tag")) return reserved_beginning(rest, "!");
    if (said("illegal flow end")) return stray_bracket(here);
    if (said("unknown escape") || said("bad character found while scanning hex") || said("invalid unicode")) {
      return backslash_in_quotes(last_backslash());
    }
    if (said("unexpected character in block scalar")) return text_after_block_sign(rest);
    if (said("illegal block entry")) return entry_among_keys({error_.at, source_.line(error_.at).end});
    return std::nullopt;
  }

  /// The backslash before the error and what it was to escape.
  Range last_backslash() const {
    std::uint32_t at = error_.at;
    const std::uint32_t first = source_.line_begin(error_.at);
    while (at > first && source_.at(at) != '\\') --at;
    return {at, std::min(at + 2, source_.end())};
  }

  /// Inside `[…]` or `{…}`: either it is never closed, or a comma is missing in it.
  Finding in_brackets(std::uint32_t open) const {
    if (!is_closed(open)) {
      return unclosed_bracket({open, std::max(open + 1, source_.line(open).end)}, source_.at(open));
    }
    return missing_comma({error_.at, std::min(error_.at + 1, source_.end())});
  }

  /// Whether the bracket's pair stands on its line, or on a later line that begins with it.
  bool is_closed(std::uint32_t open) const {
    std::uint32_t depth = 0;
    for (std::uint32_t at = open; at < source_.end(); ++at) {
      const char c = source_.at(at);
      if (c == '[' || c == '{') ++depth;
      if ((c == ']' || c == '}') && --depth == 0) return true;
      if ((c == '"' || c == '\'') && std::string_view("[{,: \t\n").find(source_.at(at - 1)) != std::string_view::npos) {
        at = source_.end_of_quoted(at).value_or(source_.end()) - 1;
      }
    }
    return false;
  }

  /// A colon that cannot make a key: after a value on the same line, or on a line that was read as going on the last
  /// one.
  Finding unexpected_colon() const {
    const bool several_lines = !source_.same_line(pending_, error_.at);
    if (pending_ < error_.at && several_lines && source_.line(pending_).begin == pending_) {
      return unexpected_text(source_.line(pending_));
    }
    if (progress_.last_scalar && !source_.same_line(progress_.last_scalar->begin, error_.at)) {
      return wrong_indentation(source_.line(error_.at));
    }
    if (progress_.last_scalar && progress_.last_scalar->begin != source_.line(error_.at).begin) {
      return colon_in_value({progress_.last_scalar->begin, source_.line(error_.at).end});
    }
    return unreadable(source_.line(error_.at));
  }

  /// A line that stands where a key should.
  Finding unexpected_line() const {
    const Range line = source_.line(error_.at);
    const bool out_of_place = said("end of map") || said("end of seq") || said("unexpected") || said("missing colon");
    if (line.begin == line.end || !out_of_place) return unreadable(line);
    if (entry_at(error_.at)) return entry_among_keys(line);
    if (has_colon(line)) return wrong_indentation(line);
    return unexpected_text(line);
  }

  bool has_colon(Range line) const {
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
      if (source_.at(at) == ':' && source_.is_gap(at + 1)) return true;
    }
    return false;
  }

  /// A key without a colon, or with one that has no space after it.
  Finding unexpected_text(Range line) const {
    const std::string_view words = source_.part(line);
    const std::size_t key = words.find_first_of(": ");
    if (key != std::string_view::npos && key > 0 && words[key] == ':') return missing_space(line);
    return missing_colon(line);
  }

  const YamlSource& source_;
  YamlSyntaxError error_;
  const YamlProgress& progress_;
  std::uint32_t pending_;
};

}  // namespace

Finding explain_syntax(const YamlSource& source, YamlSyntaxError error, const YamlProgress& progress) {
  return Diagnosis(source, error, progress).finding();
}

}  // namespace kanon
