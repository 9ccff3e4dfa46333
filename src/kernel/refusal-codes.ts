/** Every "no" of the program and the HTTP status that carries it. `web/words` words each one. */
export const refusalStatus = {
  // who
  sign_in_needed: 401,
  sign_in_wrong: 401,
  not_permitted: 403,
  purpose_needed: 403,
  client_secret_needed: 401,
  too_many_requests: 429,
  try_again_soon: 503,
  // what was sent
  input_invalid: 400,
  not_found: 404,
  form_out_of_date: 403,
  request_id_reused: 409,
  version_conflict: 409,
  file_too_large: 413,
  file_kind_not_accepted: 415,
  photo_used_already: 409,
  // areas
  area_unknown: 422,
  area_outside_district: 422,
  area_move_not_allowed: 422,
  area_has_parts: 422,
  areas_changed: 409,
  // matters and the clock
  matter_unknown: 422,
  matter_has_no_unit: 422,
  // organisations and people
  unit_unknown: 422,
  unit_code_taken: 409,
  post_unknown: 422,
  post_place_wrong: 422,
  account_unknown: 422,
  account_exists: 409,
  account_is_own: 409,
  last_administrator: 409,
  district_already_set_up: 409,
  // cases
  emergency_first: 422,
  confidential_unit_refused: 422,
  case_review_not_ahead: 422,
  case_move_not_allowed: 409,
  case_evidence_missing: 422,
  case_reason_needed: 422,
  case_summary_needed: 422,
  case_public_already: 409,
  case_cannot_join_itself: 422,
  case_already_rated: 409,
  alert_taken: 409,
  case_request_pending: 409,
  case_request_decided: 409,
  case_occurred_in_future: 422,
  case_units_repeat: 422,
  reporter_has_no_contact: 422,
  // what a community tells and is asked
  channel_first: 422,
  announcement_over: 422,
  withdrawn_already: 409,
  question_ended: 409,
  question_taken_back: 409,
  answer_not_public: 409,
  // files that come in
  import_header_missing: 422,
  import_header_repeated: 422,
  import_file_unreadable: 422,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusalStatus
