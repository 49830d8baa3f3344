#include "notice/phone_context.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLookBack = 96;
constexpr std::size_t kLookAhead = 40;
constexpr std::size_t kMaxWords = 9;

using WordList = std::string_view;  // words between single spaces, one at each end

// Words that stand between the word that matters and the digits.
constexpr WordList kFillers =
    " no nos nr nbr num number numbers nummer nummern numero número numéro numer "
    "nummers is are was # id ids the a your our my their this new old ";
constexpr WordList kNumbers =
    " tn tns btn btns wtn atn mdn mdns min msisdn msisdns did dids cli ani phone phones telephone "
    "telephones mobile cell wireless line lines rufnummer rufnummern telefonnummer telefoonnummer "
    "handynummer ";
constexpr WordList kForeign =
    " fax telefax facsimile account accounts acct accts acc ac ban bans ssn pin pins passcode "
    "passcodes ein iccid imei esn meid serial konto kontonummer kundennummer kundennr compte "
    "cuenta "
    "konta vat iban routing tax hotline helpline helpdesk support tel tél sip invoice "
    "rechnung rechnungsnummer faktura zip ip infolinia servicenummer ";
/// Right before the digits: somebody's desk.
constexpr WordList kDesk =
    " desk direct office hq switchboard reception helpdesk callback durchwahl zentrale mainline ";
/// Right before the digits, at the start of a line or behind another number: "o: 217.555.0100".
constexpr WordList kLetters = " o f t p m d c ph voice ";
/// Names the person whose number follows: "REP: T NGUYEN 866-555-0100".
constexpr WordList kPeople =
    " rep reps agent init initiator attn contact contacts bearbeiter ansprechpartner "
    "sachbearbeiter "
    "contactpersoon clerk representative caller impcon ";
constexpr WordList kBilling = " btn btns atn mbn ean hauptrufnummer ";
constexpr WordList kLeaving = " leaving leave leaves excluding except excludes omitting ";
/// Of these, the ones that count at the end of the line before too.
constexpr WordList kAcrossLines = " fax telefax facsimile hotline helpline at on ";
constexpr WordList kDoubtful =
    " order orders po pon pons ticket tickets case cases ref reference request requests req loa "
    "confirmation tracking customer incident vorgang vorgangsnummer auftrag auftragsnummer "
    "bestellnummer pedido orden solicitud commande dossier zlecenie sid uuid txn transaction quote "
    "csr job wo sr guid ticketnummer referenz referencia record ocn spid container # ";
constexpr WordList kCalls =
    " call calling dial contact contacting reach phone ring questions question assistance rufen "
    "anrufen erreichen telefonisch fragen rückfragen rueckfragen kundenservice kundendienst "
    "atención atencion appelez appeler llame llamar llamenos llámenos bel "
    "zadzwoń hotline helpline helpdesk support infolinia urgent emergency tell whatsapp speak "
    "ring ";
constexpr WordList kAt = " at on under via unter au al op pod free ";
constexpr WordList kBreakers =
    " for of moving move moved port porting ported about regarding re with from to transfer "
    "transferring that and or für von de para pour voor dla ";
constexpr WordList kAfter = " fax option opt hotline helpline support mon-fri mo-fr 24/7 telefax ";

bool in(WordList list, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

bool is_word_byte(char c) { return is_alnum(c) || is_wide(c); }

/// Words before a place, nearest first, up to the end of a sentence.
struct WordsBefore {
  std::array<std::string, kMaxWords> words;
  std::size_t size = 0;
  std::size_t breaks = 0;               // line breaks passed before the nearest word
  bool marked = false;                  // a colon, '#' or '=' stands before the digits
  bool asked = false;                   // a question mark does
  bool starts_line = false;             // nothing but the nearest word stands before them
  std::size_t label_end = kMaxWords;    // words from here on are a label: a colon follows them
  std::size_t strong_stop = kMaxWords;  // words from here on are behind a comma, colon or digits

  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    return i < size ? std::string_view(words[i]) : std::string_view{};
  }
};

bool is_abbreviation(std::string_view word) {
  return in(" tel no nr nbr num acct acc ref ext fax ph nos tél cust req ", word);
}

/// Nothing but blanks and marks stands between the beginning of the line, or a bar, and `at`.
bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '*')) --at;
  if (at >= 2 && text.substr(at - 2, 2) == "\xC2\xA0") return begins_line(text, at - 2);
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '|' || is_digit(text[at - 1]);
}

WordsBefore words_before(std::string_view text, std::size_t begin) {
  WordsBefore out;
  const std::size_t least = begin > kLookBack ? begin - kLookBack : 0;
  std::size_t at = begin;
  while (at > least && out.size < kMaxWords) {
    const char c = text[at - 1];
    if (is_word_byte(c)) {
      std::size_t start = at;
      while (start > least && is_word_byte(text[start - 1])) --start;
      std::string word = to_lower(text.substr(start, at - start));
      const bool digits = std::any_of(word.begin(), word.end(), is_digit);
      if (digits) out.strong_stop = std::min(out.strong_stop, out.size);
      out.words[out.size++] = std::move(word);
      at = start;
      if (out.size == 1) out.starts_line = begins_line(text, at);
      continue;
    }
    --at;
    if (c == '#') {
      out.marked = true;
      if (out.size == 0 && (at == least || !is_word_byte(text[at - 1])))
        out.words[out.size++].assign(1, '#');
    } else if (c == '\n') {
      if (at > 0 && text[at - 1] == '\n') break;
      if (out.size == 0) {
        ++out.breaks;
      } else {
        out.strong_stop = std::min(out.strong_stop, out.size);
      }
    } else if (c == ':' || c == '=' || c == ',') {
      if (out.size == 0) {
        out.marked = out.marked || c != ',';
      } else {
        out.strong_stop = std::min(out.strong_stop, out.size);
        if (c == ':') out.label_end = std::min(out.label_end, out.size);
      }
    } else if (c == '.') {
      std::size_t start = at;
      while (start > least && is_word_byte(text[start - 1])) --start;
      const bool leader = at > 0 && text[at - 1] == '.';
      if (!leader && start < at && !is_abbreviation(to_lower(text.substr(start, at - start))))
        break;
    } else if (c == '?' && out.size == 0) {
      out.asked = true;
    } else if (c == ';' || c == '|' || c == '!' || c == '?' || c == '{' || c == '}') {
      break;
    } else if (c == '/' && out.size == 0) {
      break;
    }
  }
  return out;
}

/// "call us Mon-Fri 9-5 on 800-555-0188", "contact the desk at 253-555-0150"
bool invites_a_call(const WordsBefore& before) {
  if (before[0] == "or" && in(kCalls, before[2])) return true;  // "call 611 or 800-555-0188"
  const bool place = in(kAt, before[0]);
  const std::size_t size = place ? before.size : std::min(before.size, before.strong_stop);
  for (std::size_t i = 0; i < size; ++i) {
    const auto word = before[i];
    if (in(kCalls, word) && (place || !in(kNumbers, word))) return place || i <= 3;
    if ((word == "service" || word == "services" || word == "care") &&
        before[i + 1] == "customer") {
      return true;
    }
    if (in(kBreakers, word) && !(i == 0 && place)) return false;
    if (!place && in(kNumbers, word)) return false;
  }
  return false;
}

/// "desk 206-555-0155", "o: 217.555.0100", "REP: T NGUYEN 866-555-0100", "tell us on 029 2018 0100"
bool is_somebodys(const WordsBefore& before) {
  const auto nearest = before[0];
  if (in(kDesk, nearest)) return before.starts_line || before.marked || before.size > 1;
  if (in(kLetters, nearest) && before.starts_line) return true;
  if (in(kAt, nearest) && in(" us me uns ons nous ", before[1])) return true;
  const std::size_t label = before.label_end;
  if (label == 0 || label > 4 || label >= before.size || !in(kPeople, before[label])) return false;
  for (std::size_t i = 0; i < label; ++i) {
    if (in(kNumbers, before[i])) return false;
  }
  return true;
}

/// The end of the text before `begin`, in lower case.
std::string end_of_text(std::string_view text, std::size_t begin, std::size_t most) {
  const std::size_t size = std::min(begin, most);
  return to_lower(text.substr(begin - size, size));
}

/// "e.g. for 212-555-0100"
bool is_example(std::string_view text, std::size_t begin) {
  constexpr std::size_t kNear = 20;
  const auto raw = text.substr(begin - std::min(begin, kNear), std::min(begin, kNear));
  if (raw.find_first_of(".xX") == raw.npos && raw.find("nst") == raw.npos) return false;
  const auto near = end_of_text(text, begin, kNear);
  for (const std::string_view sign :
       {"e.g.", "z.b.", "z. b.", "example", "for instance", "p. ej."}) {
    const auto at = near.find(sign);
    if (at != near.npos && near.find_first_of("\n;", at) == near.npos) return true;
  }
  return false;
}

/// "you are leaving 704-555-0185, 704-555-0186 behind", "not listed: 01632 960180"
bool stays_behind(std::string_view text, std::size_t begin, const WordsBefore& before) {
  for (std::size_t i = 0; i < std::min<std::size_t>(before.size, 2); ++i) {
    if (in(kLeaving, before[i])) return true;
  }
  constexpr WordList kSigns = " not leaving missing also ";
  bool sign = false;
  for (std::size_t i = 2; i < before.size && !sign; ++i) sign = in(kSigns, before[i]);
  if (!sign) return false;
  const auto near = end_of_text(text, begin, kLookBack);
  const auto sentence = near.substr(near.find_last_of(".;\n") + 1);
  for (const std::string_view phrase :
       {"not listed", "not been listed", "not included", "not on the order", "not on your order",
        "not in the order", "not on the request", "missing numbers", "also has ", "leaving "}) {
    if (sentence.find(phrase) != sentence.npos) return true;
  }
  return false;
}

PhoneContext judge_before(std::string_view text, std::size_t begin) {
  const WordsBefore before = words_before(text, begin);
  if (is_example(text, begin)) return PhoneContext::example;
  if (is_somebodys(before)) return PhoneContext::foreign;
  if (before.asked) {
    return in(" questions question help fragen preguntas dudas problems hilfe ", before[0])
               ? PhoneContext::foreign
               : PhoneContext::neutral;
  }
  std::size_t at = 0;
  bool named_number = false;
  while (at < before.size && at < before.strong_stop && in(kFillers, before[at]) &&
         !(before[at] == "#" && at + 1 >= before.size)) {
    named_number = named_number || before[at].starts_with("n");
    ++at;
  }
  if (at < before.size && at < before.strong_stop) {
    const auto word = before[at];
    if (word == "tel" && named_number) return PhoneContext::spare;
    const bool other_line = before.breaks > 0 && !before.marked;
    if (other_line && !in(kAcrossLines, word)) return PhoneContext::neutral;
    if (in(kForeign, word)) return PhoneContext::foreign;
    if (in(kDoubtful, word)) return PhoneContext::doubtful;
    if (word.ends_with("kontonummer") || word.ends_with("kundennummer"))
      return PhoneContext::foreign;
  }
  if (invites_a_call(before)) return PhoneContext::foreign;
  if (at < before.size && at < before.strong_stop && in(kBilling, before[at])) {
    return PhoneContext::spare;
  }
  return stays_behind(text, begin, before) ? PhoneContext::spare : PhoneContext::neutral;
}

bool judge_after(std::string_view text, std::size_t end) {
  std::string_view rest = text.substr(end, kLookAhead);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '(' || rest.front() == ',' ||
                           rest.front() == '[')) {
    rest.remove_prefix(1);
  }
  std::size_t size = 0;
  while (size < rest.size() &&
         (is_word_byte(rest[size]) || rest[size] == '-' || rest[size] == '/')) {
    ++size;
  }
  const std::string word = to_lower(rest.substr(0, size));
  if (in(kAfter, word)) return true;
  const std::string more = to_lower(rest);
  for (const std::string_view phrase :
       {"lines open", "customer service", "customer care", "customer support", "mon - fri",
        "mon to fri", "monday to", "monday through", "monday-", "mo - fr",
        "mon\xE2\x80\x93"
        "fri",
        "mo\xE2\x80\x93"
        "fr",
        "toll free)", "toll-free)", "lun-vie", "lu-ve"}) {
    if (more.starts_with(phrase)) return true;
  }
  return false;
}

}  // namespace

PhoneContext phone_context(std::string_view text, std::size_t begin, std::size_t end) {
  if (judge_after(text, end)) return PhoneContext::foreign;
  return judge_before(text, begin);
}

bool follows_msisdn(std::string_view text, std::size_t begin) {
  constexpr std::size_t kNear = 10;
  return end_of_text(text, begin, kNear).find("msisdn") != std::string::npos;
}

}  // namespace portfix
