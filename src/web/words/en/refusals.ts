import type { RefusalFacts } from '../../../kernel/refusal.ts'
import type { RefusalCode } from '../../../kernel/refusal-codes.ts'
import type { refusalsZh } from '../zh/refusals.ts'

const named = (fact: RefusalFacts[string] | undefined): string =>
  fact === undefined || fact === null || fact === '' ? '' : ` (${fact})`

const fieldNames: Record<string, string> = {
  words: 'what happened',
  address: 'address',
  'contact.name': 'name',
  'contact.phone': 'telephone',
  photos: 'photos',
  occurredAt: 'time it happened',
  reason: 'reason',
  note: 'note',
}

const refusals: Record<RefusalCode, (facts: RefusalFacts) => string> = {
  sign_in_needed: () => 'Please sign in first.',
  sign_in_wrong: () =>
    'The name, password or code is not right. Check it and try again; your unit’s administrator can reset a password.',
  not_permitted: () => 'Your post does not allow this. If you need it, ask your unit’s administrator.',
  purpose_needed: () => 'To see personal data, first say what for. The viewing is recorded.',
  client_secret_needed: () => 'This phone has no identification yet. Reload the page and try again.',
  too_many_requests: ({ seconds }) =>
    `Too many attempts. Wait ${typeof seconds === 'number' ? `${seconds} seconds` : 'a few minutes'}; if it is urgent, call.`,
  try_again_soon: () =>
    'The system is coming back. Try again in a few seconds; what you filled in is still here.',
  input_invalid: ({ field }) =>
    `Something is not filled in correctly${named(fieldNames[String(field)])}. Correct it and send again.`,
  not_found: () => 'Not found: the number may be mistyped, or you may not see it. Check it and try again.',
  form_out_of_date: () =>
    'This page stood open for too long, or your browser keeps no cookies. Copy what you wrote, open the page anew and send it again.',
  request_id_reused: () => 'This was sent before with other content. Reload the page and fill it in again.',
  version_conflict: () => 'Someone changed this after you opened it. Reload to see the latest, then go on.',
  file_too_large: ({ maxMegabytes }) =>
    `The file is too large${maxMegabytes ? `; the most is ${maxMegabytes} MB` : ''}. Choose a smaller one.`,
  file_kind_not_accepted: ({ kind }) =>
    `This kind of file is not accepted${named(kind)}. Photos may be JPG, PNG, HEIC or WebP; sheets .xlsx or .csv.`,
  area_unknown: ({ area }) => `No such area${named(area)}. Choose again, or write the address in words.`,
  area_outside_district: () => 'This place lies outside the district. Check it, or report it there.',
  area_move_not_allowed: () => 'The area cannot be moved there. Check what it belongs to.',
  areas_changed: () => 'Areas have changed since you looked. Please look once more at what would change.',
  area_has_parts: () => 'The area still holds others. Move or end those first.',
  matter_unknown: ({ matter }) => `The catalogue has no such matter${named(matter)}. Choose another.`,
  matter_has_no_unit: ({ matter }) =>
    `No unit answers for this matter here${named(matter)}. Choose a unit by hand and say why.`,
  unit_unknown: ({ unit }) => `No such unit${named(unit)}. Choose again.`,
  unit_code_taken: ({ code }) => `The unit code${named(code)} is taken. Choose another.`,
  post_unknown: () => 'No such post; its term may have ended. Choose again.',
  post_place_wrong: () =>
    'This post cannot stand in an area of that kind. Choose the street, community or grid that fits.',
  account_unknown: () => 'No such account; it may have been ended. Check it and try again.',
  account_exists: () => 'This account name is taken. Choose another, or sign in.',
  account_is_own: () =>
    'This is your own account. Change your password under “Me” in the grid pages; another administrator can close it.',
  last_administrator: () =>
    'This is the last administrator’s post and cannot end. First give somebody else one without an end.',
  district_already_set_up: () => 'The district is set up already. Please sign in.',
  emergency_first: () =>
    'This sounds like an emergency: first call 110, 119 or 120. If it is none, confirm that and send.',
  confidential_unit_refused: () =>
    'A confidential case goes to the district’s centre or a department only, never to the street or community it is about. Choose another unit.',
  case_review_not_ahead: () => 'The day of review must lie ahead. Change the day.',
  case_move_not_allowed: () =>
    'The case cannot take this step now; someone may have just acted. Reload and look.',
  case_evidence_missing: ({ evidence }) =>
    evidence === 'photo'
      ? 'This matter needs a photo of the place before it is resolved. Add one and send again.'
      : evidence === 'note'
        ? 'This matter needs a note of what was done before it is resolved. Add it and send again.'
        : 'Evidence is missing. Add the photo or note that this matter needs.',
  case_reason_needed: () => 'This step needs a reason. Add it and send again.',
  case_public_already: () => 'This case is public already. Nothing needs to be done.',
  case_summary_needed: () =>
    'Before it is made public it needs a summary without personal data. Write and confirm it.',
  case_cannot_join_itself: () => 'A case cannot be joined to itself. Choose another.',
  photo_used_already: () => 'A photo in it was sent before. Choose it again, and then send.',
  alert_taken: () => 'A colleague is on this emergency already.',
  case_already_rated: () => 'You have rated this already. If the problem is back, you can report it again.',
  case_request_pending: () => 'The same request is waiting for approval. Please wait for the decision.',
  case_request_decided: () => 'This request has been decided. Reload to see the decision.',
  case_occurred_in_future: () => 'It cannot have happened later than now. Correct the time.',
  case_units_repeat: () => 'A unit can stand only once, as lead or as assisting. Remove the repeated one.',
  reporter_has_no_contact: () => 'The reporter left no contact. Reply in the system instead.',
  channel_first: () =>
    'There is a place for this that is bound to listen, and keeps it closer. Once you have seen it you may still ask here.',
  announcement_over: () => 'The last day cannot be before today. Please change the date.',
  withdrawn_already: () => 'This one has been taken down already, perhaps a moment ago. Please refresh.',
  question_ended: () => 'Somebody has answered this question already. Please refresh.',
  question_taken_back: () =>
    'Whoever asked has taken this question back: no answer is needed. Please refresh.',
  answer_not_public: () => 'This answer is not public: there is nothing to take down.',
  import_header_missing: ({ column }) =>
    `The header lacks a column that is needed${named(column)}. Add it as in the template.`,
  import_header_repeated: ({ column }) =>
    `A column stands twice in the header${named(column)}. Keep one and import again.`,
  import_file_unreadable: () =>
    'The file cannot be read. Save it as .xlsx or as .csv in UTF-8 and try again.',
}

export const refusalsEn = {
  byCode: refusals,
  unknown: 'This page may be out of date. Reload it and try again.',
} satisfies typeof refusalsZh
