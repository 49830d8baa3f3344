#include "cli/stubs.hpp"

#include <array>

namespace portfix::cli {
namespace {

constexpr std::string_view kReason = R"({
  "$schema": "../schema/reason.schema.json",
  "$comment": "Fill in what is empty; portfix rules check DIR tells what is left. Then delete the comments, or leave them.",
  "id": "@ID@",
  "$comment title": "The reason as a short heading, such as: PIN or passcode missing.",
  "title": "",
  "$comment family": "One word for reasons of a kind: account, pin, address, order, carrier …",
  "family": "",
  "$comment meaning": "What the losing carrier says by it, in one or two sentences.",
  "meaning": "",
  "$comment owner": "Whose move it is: customer, porting_desk, losing_carrier, provider or nobody.",
  "owner": "",
  "$comment patterns": "Wordings in the pattern language: <concept> stands for any wording of a concept of lexicon.json, & for both in one clause, * for a short gap. Each must be needed by a sample.",
  "patterns": [""],
  "$comment fix": "What to do, step by step. A step with a \"topic\" (account_number, pin, transfer_pin, port_lock, csr, who_may_ask …) gives way to the losing carrier's own steps.",
  "fix": [
    { "step": "" }
  ],
  "$comment prevention": "What to do next time so that it does not happen.",
  "prevention": "",
  "$comment ask": "What to ask the customer: [{ \"field\": \"pin\", \"question\": \"Could you …?\" }]; empty if nothing.",
  "ask": [],
  "$comment resubmit": "policy: supplement, new_order, wait_then_retry, dispute, do_not_resubmit or none_we_hold. change: the fields to correct. documents: loa, csr, bill_copy.",
  "resubmit": { "policy": "", "change": [], "documents": [] },
  "$comment samples": "Real wordings on which this reason must come first; at least five.",
  "samples": ["", "", "", "", ""],
  "$comment counter_samples": "Wordings that look alike, on which it must stay silent; at least two.",
  "counter_samples": ["", ""],
  "$comment sources": "Where it is written down, and the day on which you read it: YYYY-MM-DD.",
  "sources": [
    { "url": "", "seen": "" }
  ]
}
)";

constexpr std::string_view kScheme = R"({
  "$schema": "../schema/codes.schema.json",
  "$comment": "Fill in what is empty; portfix rules check DIR tells what is left. Then delete the comments, or leave them.",
  "id": "@ID@",
  "$comment name": "Whose codes these are, as a short heading.",
  "name": "",
  "$comment about": "Where they turn up and what to beware of, in one or two sentences.",
  "about": "",
  "$comment stands": "Where its codes can stand. anywhere: their form is unmistakable, like LNP102J. code-position: in a code field, behind the word code, before a dash. with-context: so, and the notice names the scheme, its provider or its country; for small numbers.",
  "stands": "",
  "$comment optional": "Add where it applies: \"country\": \"GB\"; \"providers\": [ids whose notices carry these codes]; \"context\": [lower-case words that name the scheme]; \"leading_zeros\": \"loose\" if 06 and 6 are the same.",
  "$comment sources": "Where the codes are written down, and the day on which you read it: YYYY-MM-DD. Codes name a source by its id.",
  "sources": [
    { "id": "", "url": "", "seen": "" }
  ],
  "codes": [
    {
      "code": "",
      "$comment label": "The words beside the code, as published; may stay empty.",
      "label": "",
      "$comment status": "rejection, wait, not_a_rejection, api_error or catch_all (the text decides).",
      "status": "",
      "$comment reasons": "Ids of reasons, the likeliest first (portfix rules list); only for rejection and wait.",
      "reasons": [""],
      "$comment optional": "Add where it applies: \"owner\" and \"policy\" where they differ from the reason's; \"aliases\": [other spellings]; \"inner_of\": [wrapper codes]; \"note\"; \"verified\": \"inferred\" or \"memory\".",
      "source": ""
    }
  ]
}
)";

constexpr std::string_view kCarrier = R"({
  "$schema": "../schema/carrier.schema.json",
  "$comment": "Fill in what is empty; portfix rules check DIR tells what is left. Then delete the comments, or leave them.",
  "id": "@ID@",
  "$comment name": "As people write it; a part in brackets at its end is not looked for in notices.",
  "name": "",
  "$comment aliases": "Other names by which notices call it; may be empty.",
  "aliases": [],
  "$comment country": "Two letters: US, GB, DE …",
  "country": "",
  "$comment kind": "wireless, wireline, voip or toll-free.",
  "kind": "",
  "$comment optional": "Add where it applies: \"network\": [ids of carriers behind this reseller]; \"wrong_code\": what customers mistake for the right PIN; \"formats\": { \"pin\": { \"digits\": [4] } } so that a value of another length is pointed out.",
  "$comment steps": "How to get the right value there, one step a topic: account_number, pin, transfer_pin, port_lock, csr, who_may_ask, contact, format, timing, other. confidence: high, medium, or low (then begin with Try). source: an address that a person can open, and the day on which you read it.",
  "steps": [
    { "topic": "", "step": "", "confidence": "", "source": "", "seen": "" }
  ]
}
)";

constexpr std::string_view kProvider = R"({
  "$schema": "../schema/provider.schema.json",
  "$comment": "Fill in what is empty; portfix rules check DIR tells what is left. Then delete the comments, or leave them.",
  "id": "@ID@",
  "name": "",
  "$comment aliases": "Other names by which notices call it; may be empty.",
  "aliases": [],
  "$comment schemes": "Ids of the code schemes that its notices carry; may be empty.",
  "schemes": [],
  "$comment recognise": "How its notices are told: domains of its mail and links, keys of its JSON or XML.",
  "recognise": { "domains": [], "keys": [] },
  "$comment fields": "Where its notices hold a fact: { \"code\": [\"data.errors[].code\"], \"order_id\": […], \"phone_number\": […], \"losing_carrier\": […], \"status\": […], \"foc_date\": […] }.",
  "fields": {},
  "$comment resubmit": "How each policy is carried out there. order: same, new or none. Steps for some fields only go first, with \"change\": [\"pin\"].",
  "resubmit": [
    { "policy": "supplement", "order": "", "steps": [""] },
    { "policy": "new_order", "order": "", "steps": [""] },
    { "policy": "wait_then_retry", "order": "", "steps": [""] },
    { "policy": "dispute", "order": "", "steps": [""] },
    { "policy": "do_not_resubmit", "order": "", "steps": [""] },
    { "policy": "none_we_hold", "order": "", "steps": [""] }
  ],
  "$comment deadlines": "What runs out: [{ \"says\": \"…\", \"policies\": [\"supplement\"], \"source\": \"https://…\", \"seen\": \"YYYY-MM-DD\" }]; may be empty.",
  "deadlines": [],
  "sources": [
    { "url": "", "seen": "" }
  ]
}
)";

constexpr std::string_view kCountry = R"({
  "$schema": "../schema/country.schema.json",
  "$comment": "Fill in what is empty; portfix rules check DIR tells what is left. Then delete the comments, or leave them.",
  "$comment id": "The country's two letters, ISO 3166-1.",
  "id": "@ID@",
  "name": "",
  "$comment calling_code": "Its telephone prefix without the plus sign: 44.",
  "calling_code": "",
  "$comment mentions": "Words in a notice that tell of this country; may be empty.",
  "mentions": [],
  "$comment law": "What a losing carrier may refuse there. reasons: ids. stance: dispute, comply or depends. confidence: high, medium or low. source: an address that a person can open, and the day on which you read it.",
  "law": [
    { "reasons": [""], "stance": "", "says": "", "confidence": "", "source": "", "seen": "" }
  ],
  "$comment deadlines": "What runs out by law; in the form of a provider's deadlines; may be empty.",
  "deadlines": []
}
)";

constexpr std::array<Stub, 5> kStubs = {{{"reason", "reasons", kReason},
                                         {"code-scheme", "codes", kScheme},
                                         {"carrier", "carriers", kCarrier},
                                         {"provider", "providers", kProvider},
                                         {"country", "countries", kCountry}}};

}  // namespace

std::span<const Stub> stubs() { return kStubs; }

std::string filled_in(const Stub& stub, std::string_view id) {
  constexpr std::string_view blank = "@ID@";
  std::string out(stub.text);
  out.replace(out.find(blank), blank.size(), id);
  return out;
}

}  // namespace portfix::cli
