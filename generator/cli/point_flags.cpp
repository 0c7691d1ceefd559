#include "cli/point_flags.h"

namespace kanon {

void add_point_flags(CLI::App& command, const std::shared_ptr<PointFlags>& flags, const HelpWords& words) {
  command
      .add_option("--as-of", flags->as_of,
                  words("Alt, som det gjaldt den dag (YYYY-MM-DD)", "Everything as it stood on that day (YYYY-MM-DD)"))
      ->type_name("DATE");
  command.add_flag(
      "--drafts", flags->drafts,
      words("Også det, der ikke er udgivet, mærket som udkast", "Also what is not released, marked as a draft"));
}

Result<PointInTime> point_of(const PointFlags& flags, Date today) {
  PointInTime point{.date = today, .today = today, .drafts = flags.drafts ? Drafts::shown : Drafts::left_out};
  if (flags.as_of.empty()) return point;
  const auto date = Date::parse(flags.as_of);
  if (!date) {
    return wrong_use(message("«{}» er ikke en dag", "“{}” is not a day", flags.as_of),
                     {"Skriv dagen som 2026-05-01.", "Write the day as 2026-05-01."});
  }
  if (today < *date) {
    return wrong_use(message("{} ligger ude i fremtiden", "{} lies ahead", date->iso()),
                     {"Vælg en dag, der har været. Kommende versioner er mærket på det almindelige websted.",
                      "Choose a day that has been. Upcoming versions are marked on the ordinary site."});
  }
  if (flags.drafts && *date < today) {
    return wrong_use({"--drafts og --as-of passer ikke sammen: udkast har ingen fortid",
                      "--drafts and --as-of don't go together: drafts have no past"},
                     {"Brug én af dem ad gangen.", "Use one of them at a time."});
  }
  point.date = *date;
  return point;
}

}  // namespace kanon
