#include "pact/admission.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "base/collate.h"
#include "base/working_days.h"
#include "history/membership.h"

namespace kanon {
namespace {

constexpr int working_days_to_answer = 5;

bool awaits_decision(const Member& applicant) {
  return applicant.status == MemberStatus::applicant || applicant.status == MemberStatus::circulated;
}

bool is_later(const MaybeLocated<Date>& date, Date day) { return date && day < **date; }

/// An applicant's case being worked out, step by step.
class Case {
 public:
  Case(const Model& model, const Member& applicant, Date today)
      : model_(model), applicant_(applicant), today_(today), assessment_(assessment_of(applicant)) {}

  Admission work_out() {
    set_deadline();
    find_founders();
    count_responses();
    close();
    decide();
    state_.next = next();
    return std::move(state_);
  }

 private:
  static const Assessment& assessment_of(const Member& applicant) {
    static const Assessment none;
    return applicant.assessment ? **applicant.assessment : none;
  }

  void set_deadline() {
    if (!assessment_.circulated) return;
    state_.circulated = **assessment_.circulated;
    state_.deadline = WorkingDays(model_.source().config.holidays).after(*state_.circulated, working_days_to_answer);
  }

  bool was_circulated() const { return state_.circulated && *state_.circulated <= today_; }
  bool deadline_has_passed() const { return state_.deadline && *state_.deadline < today_; }

  /// Whether it is another member that goes by this one's id: of two files with one id the first is the member.
  bool is_second_of_its_id(std::uint32_t index) const {
    const auto named = model_.find(*model_.source().members[index].id);
    return named && named->kind == ItemKind::member && named->index != index;
  }

  void find_founders() {
    const Corpus& corpus = model_.source();
    const Date day = state_.circulated.value_or(today_);
    for (std::uint32_t i = 0; i < corpus.members.size(); ++i) {
      const Member& member = corpus.members[i];
      if (member.kind != MemberKind::founding || *member.id == *applicant_.id || is_second_of_its_id(i)) continue;
      if (membership_on(member, day) == Membership::member) state_.founders.push_back(i);
    }
    std::ranges::sort(state_.founders, [&](std::uint32_t a, std::uint32_t b) {
      const int order = compare_titles(*corpus.members[a].name, *corpus.members[b].name, corpus.config.language);
      return order != 0 ? order < 0 : a < b;
    });
  }

  std::optional<std::uint32_t> founder(const std::string& id) const {
    const auto named = model_.find(id);
    if (!named || named->kind != ItemKind::member) return std::nullopt;
    return std::ranges::count(state_.founders, named->index) > 0 ? std::optional(named->index) : std::nullopt;
  }

  /// Whether the second of two answers by one member counts in place of the first. One that came too late never takes
  /// the place of one in time; where a day is missing, the order of the file decides.
  static bool replaces(const CountedResponse& first, const CountedResponse& second) {
    if (first.is_late != second.is_late) return first.is_late;
    const auto& before = first.response->date;
    const auto& after = second.response->date;
    return !before || !after || **before <= **after;
  }

  void count_responses() {
    for (const Response& response : assessment_.responses) {
      // What is dated after today has not been said yet.
      if (is_later(response.date, today_)) continue;
      const auto member = founder(*response.member);
      if (!member) continue;
      const bool is_late = state_.deadline && is_later(response.date, *state_.deadline);
      add({&response, *member, is_late});
    }
    for (const CountedResponse& counted : state_.responses) {
      if (!counted.is_late) ++(counted.response->objects ? state_.objections : state_.approvals);
    }
    for (const std::uint32_t member : state_.founders) {
      const bool answered = std::ranges::any_of(
          state_.responses, [&](const CountedResponse& one) { return one.member == member && !one.is_late; });
      if (!answered) state_.unanswered.push_back(member);
    }
  }

  void add(const CountedResponse& answer) {
    const auto former = std::ranges::find(state_.responses, answer.member, &CountedResponse::member);
    if (former != state_.responses.end()) {
      if (!replaces(*former, answer)) return;
      state_.responses.erase(former);
    }
    state_.responses.push_back(answer);
  }

  void close() {
    if (!was_circulated()) return;
    if (state_.unanswered.empty() && !state_.founders.empty()) {
      state_.closed_on = last_answer();
    } else if (deadline_has_passed()) {
      state_.closed_on = Date::from_days(state_.deadline->days() + std::chrono::days(1));
      state_.approvals += state_.unanswered.size();
    }
    state_.responses_are_closed = state_.closed_on.has_value();
  }

  /// Not before the declaration was circulated, whatever the answers say.
  Date last_answer() const {
    Date last = *state_.circulated;
    for (const CountedResponse& counted : state_.responses) {
      if (!counted.is_late && counted.response->date) last = std::max(last, **counted.response->date);
    }
    return last;
  }

  bool meeting_has_decided() const { return assessment_.meeting_approved && !is_later(assessment_.meeting, today_); }

  void decide() {
    if (!state_.responses_are_closed) return;
    if (state_.objections == 0) {
      state_.approved = 2 * state_.approvals > state_.founders.size();
    } else if (meeting_has_decided()) {
      state_.approved = **assessment_.meeting_approved;
    }
    if (!state_.approved.value_or(false)) return;
    state_.approved_on = state_.closed_on;
    if (state_.objections > 0 && assessment_.meeting) {
      state_.approved_on = std::max(*state_.closed_on, **assessment_.meeting);
    }
  }

  AdmissionStep next() const {
    if (!awaits_decision(applicant_)) return AdmissionStep::none;
    if (!was_circulated()) return AdmissionStep::circulate;
    // A meeting can be called as soon as someone objects.
    if (state_.objections > 0 && !meeting_has_decided()) {
      return assessment_.meeting ? AdmissionStep::decide_meeting : AdmissionStep::hold_meeting;
    }
    if (!state_.approved) return AdmissionStep::await_responses;
    return *state_.approved ? AdmissionStep::admit : AdmissionStep::reject;
  }

  const Model& model_;
  const Member& applicant_;
  Date today_;
  const Assessment& assessment_;
  Admission state_{};
};

}  // namespace

Admission admission_of(const Model& model, const Member& applicant, Date today) {
  return Case(model, applicant, today).work_out();
}

std::vector<std::uint32_t> unmet_objectives(const Corpus& corpus, const Declaration& declaration) {
  std::unordered_set<std::string_view> named;
  for (const CriterionStatement& statement : declaration.criteria) named.insert(*statement.criterion);
  std::vector<std::uint32_t> unmet;
  for (std::uint32_t i = 0; i < corpus.objectives.size(); ++i) {
    const bool is_met = std::ranges::any_of(corpus.objectives[i].criteria,
                                            [&](const Criterion& one) { return named.contains(*one.id); });
    if (!is_met) unmet.push_back(i);
  }
  return unmet;
}

}  // namespace kanon
