#include "read/mapping_form.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace kanon {
namespace {

template <class T>
std::optional<T> number(std::string_view text) {
  T value{};
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `19-11-2025`, `19.11.2025`, `19/11/2025`: how a date is written by hand in Danish.
std::optional<Date> danish_date(std::string_view text) {
  for (const char separator : {'-', '.', '/'}) {
    const auto parts = split(text, separator);
    if (parts.size() != 3 || parts[0].empty() || parts[1].empty()) continue;
    const auto two = [](std::string_view part) {
      return part.size() == 1 ? "0" + std::string(part) : std::string(part);
    };
    return Date::parse(std::string(parts[2]) + "-" + two(trim(parts[1])) + "-" + two(trim(parts[0])));
  }
  return std::nullopt;
}

Message date_instruction(std::string_view wrong) {
  if (const auto meant = danish_date(wrong)) {
    return message("Mente du {}? Skriv år, måned og dag i den rækkefølge.",
                   "Did you mean {}? Write year, month and day in that order.", meant->iso());
  }
  return {"Skriv år, måned og dag med bindestreger, for eksempel 2025-11-19 (årene 1900–2199).",
          "Write year, month and day with hyphens, for example 2025-11-19 (the years 1900–2199)."};
}

bool is_host(std::string_view host) {
  return !host.empty() && host.size() <= 253 && host.front() != '.' && host.front() != '-' &&
         std::ranges::all_of(host, [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; });
}

bool is_url_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

std::optional<std::string> web_address(std::string_view text) {
  std::string_view rest = text;
  const std::string scheme = lower_ascii(text.substr(0, text.find(':')));
  if ((scheme != "http" && scheme != "https") || !rest.substr(scheme.size()).starts_with("://")) return std::nullopt;
  rest.remove_prefix(scheme.size() + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::size_t colon = authority.find(':');
  if (!is_host(authority.substr(0, colon))) return std::nullopt;
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, is_digit)) return std::nullopt;
  }
  if (text.size() > 2000 || !std::ranges::all_of(text, is_url_character)) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> former_address(std::string_view text) {
  if (text.starts_with('/')) text.remove_prefix(1);
  if (text.ends_with('/')) text.remove_suffix(1);
  if (text.empty() || text.size() > 500) return std::nullopt;
  for (const std::string_view part : split(text, '/')) {
    const bool plain = std::ranges::all_of(
        part, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == '~'; });
    // a name that begins with a dot is a hidden file, or a way out of the site
    if (part.empty() || part.front() == '.' || !plain) return std::nullopt;
  }
  return std::string(text);
}

}  // namespace

std::function<Message(std::string_view)> always(Message instruction) {
  return [instruction = std::move(instruction)](std::string_view) { return instruction; };
}

bool is_publishable(std::string_view text) {
  if (first_invalid_utf8(text)) return false;
  const bool controls = std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
  });
  // U+FFFE and U+FFFF, which no XML file may hold
  return !controls && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

Form<std::string> text_form(std::string_view example) {
  const Message instruction = message("Skriv for eksempel: {}", "Write for example: {}", example);
  return {[](std::string_view text) { return std::optional<std::string>(text); },
          {"en tekst", "a text"},
          always(instruction),
          std::string(example)};
}

const Form<Date>& date_form() {
  static const Form<Date> form{Date::parse, {"en dato", "a date"}, date_instruction, "2025-11-19"};
  return form;
}

const Form<Version>& version_form() {
  static const Form<Version> form{
      Version::parse,
      {"et versionsnummer", "a version number"},
      always({"Skriv hele tal med punktum imellem og anførselstegn om, for eksempel \"1.2\".",
              "Write whole numbers with dots between and quotation marks around, for example \"1.2\"."}),
      "\"1.0\""};
  return form;
}

const Form<Duration>& duration_form() {
  static const Form<Duration> form{
      Duration::parse,
      {"et tidsrum", "a length of time"},
      always({"Skriv P og derefter antal år (Y), måneder (M), uger (W) eller dage (D), for eksempel P1Y eller P6M.",
              "Write P and then a number of years (Y), months (M), weeks (W) or days (D), for example P1Y or P6M."}),
      "P1Y"};
  return form;
}

const Form<bool>& boolean_form() {
  static const Form<bool> form = choice_form<bool>({{"true", true}, {"false", false}});
  return form;
}

Form<int> whole_number_form(int least, int most) {
  return {[least, most](std::string_view text) -> std::optional<int> {
            const auto value = number<int>(text);
            return value && *value >= least && *value <= most ? value : std::nullopt;
          },
          message("et helt tal fra {} til {}", "a whole number from {} to {}", least, most),
          always({"Skriv tallet med cifre alene.", "Write the number in digits alone."}),
          fmt::to_string(std::max(least, 1))};
}

Form<std::uint64_t> size_form(std::uint64_t least, std::uint64_t most) {
  return {[least, most](std::string_view text) -> std::optional<std::uint64_t> {
            const auto value = number<std::uint64_t>(text);
            return value && *value >= least && *value <= most ? value : std::nullopt;
          },
          message("et helt antal byte fra {} til {}", "a whole number of bytes from {} to {}", least, most),
          always({"Skriv antallet med cifre alene, for eksempel 2097152 for 2 MiB.",
                  "Write the number in digits alone, for example 2097152 for 2 MiB."}),
          "2097152"};
}

const Form<double>& seconds_form() {
  static const Form<double> form{[](std::string_view text) -> std::optional<double> {
                                   const auto value = number<double>(text);
                                   return value && *value >= 0.1 && *value <= 86'400 ? value : std::nullopt;
                                 },
                                 {"et antal sekunder fra 0.1 til 86400", "a number of seconds from 0.1 to 86400"},
                                 always({"Skriv tallet med punktum som decimaltegn, for eksempel 5 eller 2.5.",
                                         "Write the number with a dot for decimals, for example 5 or 2.5."}),
                                 "5"};
  return form;
}

const Form<std::string>& url_form() {
  static const Form<std::string> form{
      web_address,
      {"en hel webadresse", "a whole web address"},
      always({"Skriv adressen med https:// foran, for eksempel https://eksempel.dk.",
              "Write the address with https:// in front, for example https://example.org."}),
      "https://eksempel.dk"};
  return form;
}

const Form<std::string>& former_address_form() {
  static const Form<std::string> form{
      former_address,
      {"en adresse på webstedet selv", "an address on the site itself"},
      always(
          {"Skriv adressen uden webstedets navn, med bogstaverne a–z, tal, bindestreg og skråstreg, for eksempel "
           "gamle-politikker/backup.",
           "Write the address without the site's name, with the letters a–z, digits, hyphens and slashes, for example "
           "old-policies/backup."}),
      "gamle-politikker/backup"};
  return form;
}

const Form<std::string>& frequency_form() {
  static const Form<std::string> form{
      [](std::string_view text) -> std::optional<std::string> {
        if (text == "once" || Duration::parse(text)) return std::string(text);
        return std::nullopt;
      },
      {"et tidsrum eller once", "a length of time or once"},
      always({"Skriv for eksempel P1M for hver måned, P1Y for hvert år, eller once for én gang.",
              "Write for example P1M for every month, P1Y for every year, or once for one time."}),
      "P1M"};
  return form;
}

Message one_of(const std::vector<std::string>& words) {
  if (words.size() == 1) return {words.front(), words.front()};
  const std::string all_but_last = join({words.begin(), words.end() - 1}, ", ");
  return message("{} eller {}", "{} or {}", all_but_last, words.back());
}

}  // namespace kanon
