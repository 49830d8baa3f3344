#pragma once

#include <string_view>

namespace portfix {

/// All words that drafts are framed in, of one language; what stands in the frame comes from rule
/// files. Blanks are those of fmt, filled in the order in which they stand.
struct Frame {
  std::string_view language;  ///< as --lang takes it

  // To the customer.
  std::string_view greeting;
  std::string_view one_number;    ///< number
  std::string_view some_numbers;  ///< numbers
  std::string_view many_numbers;  ///< how many, the first of them
  std::string_view no_number;     ///< where the notice names none
  std::string_view no_numbers;    ///< where they are several
  std::string_view and_word;      ///< between the last two of a list
  std::string_view subject_ask;   ///< numbers in words
  std::string_view subject_news;  ///< numbers in words
  std::string_view open_one;      ///< numbers in words; carrier
  std::string_view open_some;     ///< numbers in words; carrier
  std::string_view news;          ///< numbers in words
  std::string_view please_send;
  std::string_view please_act;
  std::string_view first_act;    ///< instead of please_act, where something is to be sent too
  std::string_view then_send;    ///< instead of please_send, behind first_act
  std::string_view question;     ///< where a rule has no words but a question
  std::string_view keep_secret;  ///< not by mail
  std::string_view then_supplement;
  std::string_view then_new_order;
  std::string_view then_wait;
  std::string_view then_dispute;
  std::string_view then_choice;  ///< before then_stays, where something is asked
  std::string_view then_stays;   ///< carrier
  std::string_view not_before;   ///< day
  std::string_view days_from;    ///< {} = day; of the days that the customer names
  std::string_view days_ahead;   ///< the same, where no such day is known
  std::string_view then_provider;
  std::string_view nothing_to_do;
  std::string_view answer_by;  ///< day
  std::string_view answer_soon;
  std::string_view keep_service;  ///< carrier
  std::string_view closing;

  // To the provider's porting desk.
  std::string_view desk_subject;  ///< order
  std::string_view desk_subject_bare;
  std::string_view desk_order;     ///< order, numbers
  std::string_view desk_no_order;  ///< numbers
  std::string_view desk_refused;
  std::string_view desk_settled;
  std::string_view desk_since;  ///< title of a reason
  std::string_view desk_changes;
  std::string_view desk_change;  ///< field
  std::string_view desk_attached;
  std::string_view desk_supplement;
  std::string_view desk_add_documents;
  std::string_view desk_new_order;
  std::string_view desk_wait;
  std::string_view desk_dispute;
  std::string_view desk_stop;
  std::string_view desk_none;
  std::string_view desk_thanks;
};

/// The words of a language; English where there are none.
const Frame& frame_of(std::string_view language);

}  // namespace portfix
