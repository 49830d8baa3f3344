#include "render/frame.hpp"

namespace portfix {
namespace {

constexpr Frame kEnglish = {
    .language = "en",
    .greeting = "Hello,",
    .one_number = "your phone number {}",
    .some_numbers = "your phone numbers {}",
    .many_numbers = "your {} phone numbers, among them {},",
    .no_number = "your phone number",
    .no_numbers = "your phone numbers",
    .and_word = "and",
    .subject_ask = "Moving {}: we need your help",
    .subject_news = "Moving {}: where we are",
    .open_one = "We are working on moving {} to us. One thing has to be settled first:",
    .open_some = "We are working on moving {} to us. A few things have to be settled first:",
    .news = "We are working on moving {} to us. This is where we are:",
    .please_send = "Please send us:",
    .please_act = "Please:",
    .first_act = "First, please:",
    .then_send = "Then please send us:",
    .question = "An answer to this question: {}",
    .keep_secret =
        "For your safety, please give us PINs, passwords and ID numbers by phone or "
        "through our secure form, and not by email.",
    .then_supplement =
        "As soon as we have this, we will send the request again and tell you the "
        "day of the move.",
    .then_new_order =
        "As soon as we have this, we will send a new request and tell you the day of "
        "the move.",
    .then_wait =
        "As soon as this is settled, we will send the request again and tell you the day "
        "of the move.",
    .then_dispute =
        "In the meantime we will ask for the number to be released, and we will tell "
        "you what we hear.",
    .then_choice =
        "As soon as we have your answer, we will tell you what is possible and what comes next.",
    .then_stays = "Your number stays with {} and keeps working as before.",
    .not_before = "The day of the move can be {} at the earliest.",
    .days_from = "Please choose {} or a later day.",
    .days_ahead = "Please allow at least a week from now.",
    .then_provider =
        "We are settling this with our partners and will tell you as soon as the day "
        "of the move is fixed.",
    .nothing_to_do = "You do not have to do anything now.",
    .answer_by =
        "Please answer by {} at the latest. After that the request may have to be started "
        "from the beginning.",
    .answer_soon =
        "The sooner you answer, the sooner we can go on. A request that waits too long "
        "has to be started from the beginning.",
    .keep_service =
        "Until the move is done, please do not cancel your service with {}: your "
        "number could be lost.",
    .closing = "Kind regards",

    .desk_subject = "Port order {}",
    .desk_subject_bare = "Port request",
    .desk_order = "this is about port order {}{}.",
    .desk_no_order = "this is about our port request{}.",
    .desk_refused = "The losing carrier's answer:",
    .desk_settled = "Settled with the losing carrier since:",
    .desk_since = "{}: settled on [the date]",
    .desk_changes = "What we change:",
    .desk_change = "{}: [corrected value]",
    .desk_attached = "Attached:",
    .desk_supplement =
        "Please put the corrected data on the same order and send it to the losing "
        "carrier again.",
    .desk_add_documents =
        "Please add the document to the same order, leave its data as they are, and send it "
        "to the losing carrier again.",
    .desk_new_order =
        "Please close the old order and take the new one that we file with the "
        "corrected data.",
    .desk_wait =
        "What held the order up is settled at the losing carrier. Please send the order "
        "again unchanged.",
    .desk_dispute =
        "We do not accept this refusal. Please put the following to the losing carrier "
        "and ask it to release the number:",
    .desk_stop =
        "Please take the number out of the order, or cancel the order if nothing else is "
        "on it. If you see another way to move the number, please tell us.",
    .desk_none =
        "We leave the order as it is. Please tell us when it moves on, or what you need "
        "from us.",
    .desk_thanks = "Thank you",
};

}  // namespace

const Frame& frame_of(std::string_view) { return kEnglish; }

}  // namespace portfix
