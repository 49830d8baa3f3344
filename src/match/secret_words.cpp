#include "match/secret_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

using WordList = std::string_view;  // words between single spaces, one at each end

// Words between a name and its value.
constexpr WordList kLinks =
    " is was are were be been being of on file the a an we you they he she us our your their his "
    "her this that which has have had no nos nr nbr num number numbers # n° nº should must can may "
    "given gave give provided supplied sent used entered submitted quoted received expected "
    "correct right old new current listed shown shows show reads as in at with ending ends end "
    "customer account last first four six 4 6 digit digits value it to by from records record now "
    "not but valid ist sind lautet war es est er e il la le el su ihre ihr den der die das és jest "
    "to são é del des du titular equals equal lsr csr form request -> => ";
constexpr WordList kLabelLinks = " order port application loa ";
// Right behind a number they say what it counts.
constexpr WordList kUnits =
    " day days hour hours hr hrs minute minutes min mins second seconds sec week weeks month "
    "months year years digit digits character characters char chars numbers line lines tns time "
    "times attempt attempts business working calendar percent am pm est edt cst cdt mst mdt pst "
    "pdt utc gmt et ct pt bst cet usd eur gbp cad aud dollars euro euros uhr stunde stunden tag "
    "tage tagen werktage werktagen arbeitstage ziffern stellen stellig stellige stelligen minuten "
    "wochen monate días dias horas minutos dígitos chiffres jours heures ouvrés cijfers dagen uur "
    "werkdagen cyfr godzin roboczych giorni ore cifre ";
// Right before a number or an identifier they say what it is.
constexpr WordList kReferences =
    " application aanvraag order orders ord ordine pon pons po ticket tickets case cases req "
    "pedido solicitud auftrag auftragsnummer vorgang vorgangsnummer incident inc chg so sr sid "
    "uuid request request_id order_id port_id port_order ticket_id case_id trn tracking code codes "
    "rcode error errors fehler fehlercode reason reasons status version ver v ext extension option "
    "ocn spid lrn clli npac zip zipcode zip_code postal postcode post plz cap suite apt apartment "
    "unit floor room sup supp supplement lsr foc step line lines page section item rule article "
    "paragraph § port http https iso rfc tel tel: telephone phone phones tn tns msisdn msisdns mdn "
    "mdns ctn btn btns wtn did dids ddi cli mobile mobil handy rufnummer rufnummern telefonnummer "
    "handynummer telefon teléfono téléphone telefono telefone fax jan january feb february mar "
    "march apr april may june july jun jul aug august sep sept september oct october nov november "
    "dec december in since year until before after within than text sms dial call lnp ";

struct Announced {
  std::string_view kind;
  WordList words;
};

constexpr std::array<Announced, 6> kAnnounced = {{
    {"account_number",
     " account accounts acct accts acc a/c konto compte cuenta conta conto klant klantnr "
     "kundennr cust_acct caf contract vertrag losing_carrier_account "},
    {"card_number",
     " card cards visa mastercard amex cvv cvc cvv2 karte kreditkarte tarjeta carte "},
    {"bank_account", " iban routing sort bic aba blz sepa "},
    {"identity_number",
     " ss ssn sin nin rg nir medicare passport licence license fein ein pan aadhaar social sociale "
     "sécurité seguridad c.f. cf last4 "},
    {"transfer_pin", " mac stac pac upc ntp rio "},
    {"sim_number", " esn meid eid imei imsi iccid icc "},
}};

constexpr std::array<std::string_view, 17> kBirth = {
    "birth",  "dob",       "d.o.b",   "born",  "geburt", "geboren", "geboorte", "nacim",  "nacid",
    "nascim", "naissance", "nascita", "urodz", "né le",  "née le",  "nato il",  "nata il"};

constexpr WordList kReferenceLinks = " id no nr num number nummer # is was to at ";
constexpr WordList kVerdicts =
    " is was are were does do did has had not wrong invalid incorrect bad mismatch mismatched "
    "rejected refused denied declined failed expired and but on in for given sent supplied "
    "entered ";
constexpr WordList kBesidePassword =
    " numeric digits only optional policy field reset hint lookup portal box page screen manager "
    "holder owner prompt attempt "
    "attempts rules entry form format length value check checks request help setup database part "
    "here there again today tomorrow yesterday please thanks problem problems issue trouble "
    "mismatch failure change changes must holders keeper ";
constexpr WordList kNumberWords =
    " first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth one two "
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten "
    "elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten "
    "neunzehnten zwanzigsten dreißigsten premier primero ";

bool in(WordList list, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

bool is_link(std::string_view word) { return in(kLinks, word); }

bool is_label_link(std::string_view word) { return in(kLabelLinks, word); }

bool is_unit(std::string_view word) { return in(kUnits, word); }

bool is_reference(std::string_view word) { return in(kReferences, word); }

bool is_reference_link(std::string_view word) { return in(kReferenceLinks, word); }

std::string_view announced_by(std::string_view word) {
  for (const Announced& row : kAnnounced) {
    if (in(row.words, word)) return row.kind;
  }
  return {};
}

bool is_verdict(std::string_view word) { return in(kVerdicts, word); }

bool is_beside_password(std::string_view word) { return in(kBesidePassword, word); }

bool is_number_word(std::string_view word) { return in(kNumberWords, word); }

bool names_social(std::string_view text) {
  const std::string low = to_lower(text);
  return low.find("social") != low.npos || low.find("last four") != low.npos;
}

bool tells_of_birth(std::string_view words) { return end_of_birth_word(words) != words.npos; }

std::size_t end_of_birth_word(std::string_view words) {
  const std::string low = to_lower(words);
  std::size_t out = words.npos;
  for (const std::string_view word : kBirth) {
    const auto at = low.find(word);
    if (at != low.npos) out = std::min(out, at + word.size());
  }
  return out;
}

}  // namespace portfix
