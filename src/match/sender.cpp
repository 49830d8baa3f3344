#include "match/sender.hpp"

namespace portfix {

void name_sender(const Notice& notice, Findings& findings) {
  const LetterHead* head = nullptr;
  const std::uint32_t clause =
      findings.reasons.empty() ? 0 : findings.reasons.front().evidence.front().clause;
  for (const LetterHead& other : notice.heads) {
    if (head == nullptr || other.first <= clause) head = &other;
  }
  if (head == nullptr) return;
  findings.sender = head->sender;
  findings.sent = head->sent;
}

}  // namespace portfix
