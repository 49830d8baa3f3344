#include "notice/mail_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestLine = 400;  // of a line that is looked at for words

/// Lower-case parts of words, each of two letters or more; one pass over a text looks for them all.
template <std::size_t Size>
class Parts {
 public:
  template <class... Texts>
  constexpr explicit Parts(Texts... texts) : parts_{texts...} {
    for (const std::string_view part : parts_) row_of(starts_, part) |= column_of(part);
  }

  [[nodiscard]] bool anywhere_in(std::string_view folded) const {
    for (std::size_t at = 0; at + 1 < folded.size(); ++at) {
      if (any_at(folded, at)) return true;
    }
    return false;
  }

  /// At the start of a word.
  [[nodiscard]] bool start_word_in(std::string_view folded) const {
    bool inside = false;
    for (std::size_t at = 0; at + 1 < folded.size(); ++at) {
      if (!inside && any_at(folded, at)) return true;
      inside = is_alnum(folded[at]) || is_wide(folded[at]);
    }
    return false;
  }

 private:
  /// The first two letters of all parts, as a table of bits.
  static constexpr auto& row_of(auto& starts, std::string_view text) {
    return starts[static_cast<unsigned char>(text[0]) % 32U];
  }
  static constexpr std::uint32_t column_of(std::string_view text) {
    return 1U << (static_cast<unsigned char>(text[1]) % 32U);
  }

  [[nodiscard]] bool any_at(std::string_view folded, std::size_t at) const {
    const std::string_view rest = folded.substr(at);
    if ((row_of(starts_, rest) & column_of(rest)) == 0) return false;
    return std::any_of(parts_.begin(), parts_.end(), [&](std::string_view part) {
      return part.front() == rest.front() && rest.starts_with(part);
    });
  }

  std::array<std::string_view, Size> parts_;
  std::array<std::uint32_t, 32> starts_{};
};

template <class... Texts>
Parts(Texts...) -> Parts<sizeof...(Texts)>;

struct HeaderName {
  std::string_view name;  ///< lower case
  HeaderKind kind;
};

constexpr HeaderName kHeaderNames[] = {
    // sorted by name
    {"a", HeaderKind::other},
    {"aan", HeaderKind::other},
    {"an", HeaderKind::other},
    {"assunto", HeaderKind::subject},
    {"asunto", HeaderKind::subject},
    {"bcc", HeaderKind::other},
    {"betreff", HeaderKind::subject},
    {"cc", HeaderKind::other},
    {"content-type", HeaderKind::other},
    {"da", HeaderKind::sender},
    {"data", HeaderKind::date},
    {"date", HeaderKind::date},
    {"datum", HeaderKind::date},
    {"de", HeaderKind::sender},
    {"delivered-to", HeaderKind::other},
    {"do", HeaderKind::other},
    {"dw", HeaderKind::other},
    {"enviado", HeaderKind::date},
    {"enviado el", HeaderKind::date},
    {"envoyé", HeaderKind::date},
    {"envoyé le", HeaderKind::date},
    {"fecha", HeaderKind::date},
    {"from", HeaderKind::sender},
    {"gesendet", HeaderKind::date},
    {"importance", HeaderKind::other},
    {"in-reply-to", HeaderKind::other},
    {"kopie", HeaderKind::other},
    {"message-id", HeaderKind::other},
    {"mime-version", HeaderKind::other},
    {"objet", HeaderKind::subject},
    {"od", HeaderKind::sender},
    {"oggetto", HeaderKind::subject},
    {"onderwerp", HeaderKind::subject},
    {"para", HeaderKind::other},
    {"received", HeaderKind::other},
    {"references", HeaderKind::other},
    {"reply-to", HeaderKind::other},
    {"return-path", HeaderKind::other},
    {"sent", HeaderKind::date},
    {"subject", HeaderKind::subject},
    {"temat", HeaderKind::subject},
    {"to", HeaderKind::other},
    {"van", HeaderKind::sender},
    {"verzonden", HeaderKind::date},
    {"von", HeaderKind::sender},
    {"wysłano", HeaderKind::date},
    {"x-mailer", HeaderKind::other},
    {"à", HeaderKind::other},
};
constexpr std::size_t kLongestHeaderName = 24;

constexpr bool by_name(const HeaderName& a, const HeaderName& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kHeaderNames), std::end(kHeaderNames), by_name));

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return starts_with_folded(line, start); });
}

std::string_view plain_end(std::string_view line) {
  while (!line.empty() && (line.back() == ',' || line.back() == '.' || line.back() == '!' ||
                           line.back() == ' ' || line.back() == '-')) {
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

HeaderKind header_kind(std::string_view line) {
  const auto colon = line.substr(0, kLongestHeaderName).find(':');
  if (colon == line.npos || colon == 0) return HeaderKind::no_header;
  auto bare = trimmed(line.substr(0, colon));
  while (bare.starts_with('*')) bare.remove_prefix(1);
  while (bare.ends_with('*')) bare.remove_suffix(1);
  std::array<char, kLongestHeaderName> folded{};
  std::transform(bare.begin(), bare.end(), folded.begin(), [](char c) { return to_lower(c); });
  const HeaderName wanted{{folded.data(), bare.size()}, HeaderKind::no_header};
  const auto* known =
      std::lower_bound(std::begin(kHeaderNames), std::end(kHeaderNames), wanted, by_name);
  const bool found = known != std::end(kHeaderNames) && known->name == wanted.name;
  return found ? known->kind : HeaderKind::no_header;
}

bool is_message_divider(std::string_view line) {
  const bool ruled = line.starts_with("---") || line.starts_with("___") ||
                     line.starts_with("===") || line.starts_with("***");
  if (!ruled) return starts_with_folded(line, "begin forwarded message");
  static constexpr Parts kDividers(
      "original message", "ursprüngliche nachricht", "ursprÜngliche nachricht",
      "original appointment", "mensaje original", "message d'origine", "message original",
      "oorspronkelijk bericht", "wiadomość oryginalna", "forwarded message",
      "weitergeleitete nachricht", "mensaje reenviado", "message transf", "doorgestuurd bericht",
      "original-nachricht", "mensagem original");
  return kDividers.anywhere_in(to_lower(line.substr(0, 120)));
}

bool is_forward_divider(std::string_view line) {
  static constexpr Parts kForwards("forwarded message", "weitergeleitete nachricht",
                                   "mensaje reenviado", "message transf", "doorgestuurd bericht");
  return is_message_divider(line) && kForwards.anywhere_in(to_lower(line.substr(0, 120)));
}

bool begins_attribution(std::string_view line) {
  return starts_with_any(line, {"on ", "am ", "el ", "le ", "op ", "w dniu ", "dnia ", "em "});
}

bool ends_attribution(std::string_view line) {
  if (!line.ends_with(':')) return false;
  static constexpr Parts kVerbs("wrote:", "schrieb", "escribió", "escribio", "a écrit", "a ecrit",
                                "schreef", "napisał", "escreveu");
  return kVerbs.anywhere_in(
      to_lower(line.substr(line.size() - std::min<std::size_t>(line.size(), 160))));
}

bool is_closing(std::string_view line) {
  line = plain_end(line);
  if (line.size() > 60 || std::count(line.begin(), line.end(), ' ') > 5) return false;
  if (starts_with_any(line, {"best regards",
                             "kind regards",
                             "warm regards",
                             "with kind regards",
                             "with best regards",
                             "many regards",
                             "mit freundlichen gr",
                             "mit besten gr",
                             "mit freundlichem gr",
                             "freundliche gr",
                             "viele gr",
                             "beste gr",
                             "liebe gr",
                             "schöne gr",
                             "un saludo",
                             "saludos cordiales",
                             "atentamente",
                             "cordialement",
                             "bien à vous",
                             "bien cordialement",
                             "met vriendelijke groet",
                             "vriendelijke groet",
                             "pozdrawiam",
                             "z powa",
                             "yours sincerely",
                             "yours faithfully",
                             "yours truly",
                             "cordiali saluti",
                             "atenciosamente"})) {
    return true;
  }
  const std::string folded = to_lower(line);
  for (const std::string_view whole : {"regards",
                                       "best",
                                       "thanks",
                                       "thank you",
                                       "thx",
                                       "ty",
                                       "many thanks",
                                       "cheers",
                                       "sincerely",
                                       "mfg",
                                       "vg",
                                       "lg",
                                       "saludos",
                                       "groeten",
                                       "groetjes",
                                       "groet",
                                       "groete",
                                       "grüße",
                                       "gruß",
                                       "viele grüße",
                                       "merci",
                                       "ta",
                                       "cheers all",
                                       "thanks in advance",
                                       "best wishes",
                                       "thank you in advance",
                                       "thanks again",
                                       "all the best",
                                       "cordially",
                                       "respectfully",
                                       "thanks and regards",
                                       "thanks & regards",
                                       "thanks so much",
                                       "gracias",
                                       "merci",
                                       "danke",
                                       "vielen dank",
                                       "rgds",
                                       "br",
                                       "kr",
                                       "warmly",
                                       "gruß",
                                       "grüße",
                                       "grüße und danke"}) {
    if (folded == whole) return true;
  }
  return false;
}

bool is_disclaimer(std::string_view paragraph) {
  const std::string folded = to_lower(paragraph);
  if (starts_with_any(folded, {"confidentiality", "confidential notice", "disclaimer",
                               "legal notice", "privileged"})) {
    return true;
  }
  static constexpr Parts kSecrecy("confidential", "intended recipient", "intended only",
                                  "intended solely", "vertraulich", "confidencial", "destinatari",
                                  "confidentiel", "vertrouwelijk", "poufn", "received this",
                                  "irrtümlich");
  static constexpr Parts kThisMail(
      "this e-mail", "this email", "this message", "this communication", "information contained in",
      "information transmitted", "diese e-mail", "dieser e-mail", "diese nachricht", "este mensaje",
      "este correo", "ce message", "ce courriel", "dit bericht", "deze e-mail", "ta wiadomo");
  return kSecrecy.anywhere_in(folded) && kThisMail.anywhere_in(folded);
}

bool says_something(std::string_view line) {
  static constexpr Parts kMatters(
      "reject", "declin", "refus", "denied", "deny", "fail", "invalid", "incorrect", "mismatch",
      "not match", "doesn't match", "does not match", "wrong", "pin", "passcode", "account", "acct",
      "address", "foc", "firm order", "complete", "resolved", "missing", "accepted", "activ",
      "inactiv", "disconnect", "postcode", "signature", "loa", "csr", "btn", "locked", "freeze",
      "frozen", "unpaid", "balance", "suspended", "expired", "cancel", "not found", "abgelehnt",
      "ablehn", "falsch", "fehlt", "rechaz", "incorrect", "odrzuc", "odmow", "geweiger",
      "afgewezen", "contract", "resubmit", "approved", "ported", "zip", "porting lock",
      "kunde nicht", "nicht ident", "clarif", "jeopardy", "exception", "confirmed", "scheduled for",
      "all set", "good news", "went through", "is live", "are live", "bestätigt", "confirmad",
      "confirmé", "bevestigd", "agreed", "zugestimmt", "genehmigt", "angenommen", "abgeschlossen",
      "aceptad", "aceite", "aceito", "recus", "recha", "completad", "concluíd", "accepté",
      "accettat", "respint", "scartat", "geaccepteerd", "akkoord", "voltooid", "zaakcept", "zgodę",
      "avvisad", "avvist", "afvist", "godkän", "godkjen", "godkend", "hylät", "zamítnut",
      "reddedil");
  return kMatters.start_word_in(to_lower(line.substr(0, kLongestLine)));
}

bool gives_verdict(std::string_view line) {
  static constexpr Parts kVerdicts(
      "reject", "declin", "refus", "denied", "fail", "invalid", "incorrect", "mismatch",
      "not match", "wrong", "missing", "accepted", "approved", "complete", "resolved", "expired",
      "cancel", "confirmed", "all set", "good news", "went through", "is live", "are live",
      "abgelehnt", "falsch", "rechaz", "afgewezen", "odrzuc", "agreed", "zugestimmt", "genehmigt",
      "angenommen", "abgeschlossen", "aceptad", "aceite", "aceito", "recus", "completad",
      "concluíd", "accepté", "accettat", "respint", "scartat", "geaccepteerd", "akkoord",
      "voltooid", "zaakcept", "avvisad", "avvist", "afvist", "godkän", "godkjen", "godkend",
      "hylät", "zamítnut", "reddedil");
  return !line.ends_with('?') && kVerdicts.start_word_in(to_lower(line.substr(0, kLongestLine)));
}

bool names_a_team(std::string_view line) {
  static constexpr Parts kTeams("team", "desk", "support", "department", "dept", "hotline",
                                "helpline", "customer service", "customer care", "office",
                                "abteilung", "dienst", "atenci", " | ");
  return kTeams.anywhere_in(to_lower(line.substr(0, kLongestLine)));
}

bool is_contact_label(std::string_view label) {
  return starts_with_any(label, {"tel", "t:", "fax", "phone", "mobil", "cell", "office", "direct",
                                 "email", "e-mail", "mail", "web", "www", "skype", "m:", "hours"});
}

bool is_remark_label(std::string_view label) {
  static constexpr Parts kRemarks("note", "remark", "reason", "comment", "grund", "motivo");
  return kRemarks.start_word_in(to_lower(label));
}

bool ends_sentence(std::string_view line) {
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?');
}

}  // namespace portfix
