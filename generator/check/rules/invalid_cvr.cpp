#include <algorithm>
#include <array>

#include "check/rule.h"
#include "check/wording.h"

namespace kanon {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_eight_digits(std::string_view text) { return text.size() == 8 && std::ranges::all_of(text, is_digit); }

/// The check of a CVR number: its digits times 2 7 6 5 4 3 2 1 add up to a multiple of 11.
bool has_right_check_digit(std::string_view number) {
  constexpr std::array weights{2, 7, 6, 5, 4, 3, 2, 1};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (number[i] - '0');
  return sum % 11 == 0;
}

/// The eight digits of `DK 12 34 56 74`, as VAT numbers are written; empty for anything else.
std::string digits_meant(std::string_view text) {
  if (text.starts_with("DK")) text.remove_prefix(2);
  std::string digits;
  for (const char c : text) {
    if (c != ' ' && c != '-' && c != '.') digits += c;
  }
  return is_eight_digits(digits) ? digits : std::string();
}

void find_invalid_numbers(const CheckInput& input, Reporter& reporter) {
  for (const Member& member : input.corpus().members) {
    if (!member.cvr) continue;
    const std::string& number = **member.cvr;
    if (!is_eight_digits(number)) {
      reporter.report(
          member.file, member.cvr->range,
          message("CVR-nummeret «{}» er ikke otte cifre", "The CVR number “{}” is not eight digits", quoted(number)),
          did_you_mean(digits_meant(number), {"Skriv de otte cifre uden mellemrum og uden DK.",
                                              "Write the eight digits without blanks and without DK."}));
    } else if (!has_right_check_digit(number)) {
      reporter.report(member.file, member.cvr->range,
                      message("CVR-nummeret {} kan ikke findes: kontrolcifret passer ikke",
                              "The CVR number {} can't exist: its check digit doesn't fit", number),
                      {"Et ciffer er formentlig tastet forkert. Slå nummeret op på virk.dk.",
                       "A digit was probably mistyped. Look the number up at virk.dk."});
    }
  }
}

}  // namespace

namespace rules {
const Rule invalid_cvr{RuleId::invalid_cvr,
                       "members",
                       Severity::warning,
                       {"Et CVR-nummer kan ikke være rigtigt", "A CVR number can't be right"},
                       find_invalid_numbers};
}  // namespace rules

}  // namespace kanon
