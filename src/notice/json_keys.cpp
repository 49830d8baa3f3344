#include "notice/json_keys.hpp"

#include "base/words.hpp"

namespace portfix {
namespace {

bool in(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

// Folded words (see base/words.hpp): lower case, no plural s.
constexpr std::string_view kTelephone =
    " phone telephone tn btn wtn atn mdn msisdn did cli tel telefono rufnummer nummer numero rnr "
    "phonenumber telephonenumber ";
constexpr std::string_view kAreaCode = " onkz ortsnetzkennzahl ortskennzahl vorwahl npa areacode ";
/// Somebody's number, not one that moves.
constexpr std::string_view kContact =
    " fax contact support agent author rep representative callback notify sender caller requester "
    "requestor help emergency desk technician ";
/// The same before a word for a telephone number only.
constexpr std::string_view kPerson = " customer user sms home work daytime evening office from to ";
/// With "number" or alone: something else.
constexpr std::string_view kOther =
    " id sid uuid guid account acct ban order pon ticket case ref reference pin passcode ssn zip "
    "postal date time timestamp created updated version amount price invoice url uri href link ip "
    "sim iccid imei ocn spid serial token key hash tracking confirmation request transaction "
    "street "
    "house building floor suite tax vat license registration attempt count port bundle ";

}  // namespace

KeyUse use_of_key(std::string_view key, KeyUse outer) {
  if (key.size() > 200) return KeyUse::unknown;
  const Words words = split_words(key);
  bool telephone = false;
  bool person = false;
  bool contact = outer == KeyUse::contact;
  bool other = false;
  bool number = false;
  bool billing = false;
  bool account = false;
  bool id = false;
  bool area = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words[i];
    telephone = telephone || in(kTelephone, word);
    contact = contact || in(kContact, word);
    person = person || in(kPerson, word);
    other = other || in(kOther, word);
    billing = billing || word == "btn" || word == "billing";
    account = account || word == "account" || word == "atn";
    area = area || in(kAreaCode, word) ||
           (word == "area" && i + 1 < words.size() && words[i + 1] == "code");
    id = id || word == "id" || word == "sid" || word == "uuid";
    number = number || word == "number" || word == "range" || word == "value";
  }
  if (contact) return KeyUse::contact;
  if (id || (telephone && person)) return KeyUse::other_number;
  if (area) return KeyUse::area_code;
  const bool desk = telephone && words.size() <= 2 && words[0] == "tel";  // whose, it does not say
  if (telephone && (billing || account || desk)) return KeyUse::billing;
  if (telephone) return KeyUse::telephone;
  if (other) return KeyUse::other_number;
  return number ? KeyUse::telephone : KeyUse::unknown;
}

}  // namespace portfix
