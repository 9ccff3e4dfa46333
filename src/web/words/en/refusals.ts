import type { RefusalFacts } from '../../../kernel/refusal.ts'
import type { PhoneRefusal } from '../say-refusal.ts'
import type { refusalsZh } from '../zh/refusals.ts'
import { limitReachedEn } from './limits.ts'
import { namedEn as named } from './named.ts'

const waits = (seconds: RefusalFacts[string] | undefined): seconds is number =>
  typeof seconds === 'number' && seconds > 0
const sayWait = (seconds: number): string => {
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 100) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${minutes} minutes`
}

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

const refusals: Record<PhoneRefusal, (facts: RefusalFacts) => string> = {
  sign_in_needed: () => 'Please sign in first.',
  sign_in_wrong: ({ waitSeconds }) =>
    waits(waitSeconds)
      ? `The name, password or code is not right, or it was tried too fast. Wait ${sayWait(waitSeconds)} and try again.`
      : 'The name, password or code is not right. Check it and try again; your unit’s administrator can reset a password.',
  code_wrong: ({ waitSeconds }) =>
    waits(waitSeconds)
      ? `The code is not right, or it was tried too fast. Wait ${sayWait(waitSeconds)}, then enter the newest code.`
      : 'The code is not right, or was used before. Wait until your phone shows a new one, and enter that.',
  passkey_wrong: () =>
    'This passkey was not taken: it may have been removed, or it took too long. Try once more, or sign in another way.',
  fresh_sign_in_needed: ({ minutes }) =>
    typeof minutes === 'number'
      ? `To be sure that it is you: sign out, sign in again, and add it here within ${minutes} minutes.`
      : 'To be sure that it is you: sign out, sign in again, and add it here right away.',
  password_change_needed: () => 'Somebody else knows this password. First choose one that only you know.',
  second_factor_needed: () =>
    'Your post asks for a code from your phone when you sign in. Set that up first.',
  not_permitted: () => 'Your post does not allow this. If you need it, ask your unit’s administrator.',
  client_secret_needed: () => 'This phone has no identification yet. Reload the page and try again.',
  too_many_requests: ({ seconds }) =>
    `Too many attempts. Wait ${typeof seconds === 'number' ? `${seconds} seconds` : 'a few minutes'}; if it is urgent, call.`,
  try_again_soon: () =>
    'The system is coming back. Try again in a few seconds; what you filled in is still here.',
  codes_not_sent: () =>
    'This district sends no codes by text message yet, so you cannot sign in by telephone. You can report without signing in, and follow by your receipt.',
  code_not_sent: () => 'The code could not be sent. Try again in a while, or report without signing in.',
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
  area_outside_district: () => 'This place lies outside the district. Check it, or report it there.',
  matter_unknown: ({ matter }) => `The catalogue has no such matter${named(matter)}. Choose another.`,
  area_unknown: ({ area }) => `No such area${named(area)}. Choose again, or write the address in words.`,
  password_same: () => 'The new password is the old one. Choose another.',
  second_factor_stands: () =>
    'Codes from a phone are set up already. To change to another phone, take them away and set them up again.',
  second_factor_missing: () => 'This account has no codes from a phone.',
  session_unknown: () => 'That device is signed out already. Reload the page.',
  passkey_unknown: () => 'This passkey is removed already. Reload the page.',
  passkey_limit: ({ most }) =>
    typeof most === 'number'
      ? `An account has at most ${most} passkeys. Remove one that you do not use, then add this one.`
      : 'This account has as many passkeys as it can. Remove one that you do not use, then add this one.',
  own_post_needed: () => 'You stand in for somebody. This is for an administrator in person.',
  delegation_unknown: () =>
    'Nobody stands in by this any more: it is over, or was taken back. Please reload.',
  delegation_post_not_own: () =>
    'You can only lend a post of your own. One that you stand in for cannot be passed on.',
  delegation_to_self: () => 'You cannot stand in for yourself. Choose a colleague.',
  delegation_person_unfit: () =>
    'This person cannot stand in for the post. Choose a colleague of the same unit, street or community.',
  delegation_too_long: ({ days }) =>
    `Somebody can stand in ${typeof days === 'number' ? `for ${days} days at most` : 'for some weeks at most'}. Choose an earlier end; it can be lent again then.`,
  delegation_stands_already: () =>
    'This colleague stands in on those days already. There is nothing to be done.',
  home_place_wrong: () =>
    'A home stands in a building, an estate or a grid of a community. Please choose the place again.',
  home_exists: () => 'The building has a home with this number already. Please open that one.',
  home_ended: () => 'This home was closed and takes nobody in any more. Please check the number.',
  home_lived_in: () =>
    'Somebody is still registered here. Please note that they moved out, then close the home.',
  identity_number_wrong: ({ fault }) =>
    ({
      form: 'An identity number has 18 characters. Please copy it from the card again.',
      area: 'No area has the code that the number begins with. Please copy it from the card again.',
      date: 'The birthday in the number does not exist. Please copy it from the card again.',
      check_digit:
        'The last character does not fit the others; one of them is probably wrong. Please copy it from the card again.',
      lost_digits:
        'A spreadsheet turned the last digits into zeros. Please complete them from the original, and set that column to text.',
    })[String(fault)] ?? 'The identity number is wrong. Please copy it from the card again.',
  identity_differs: ({ field }) =>
    field === 'sex'
      ? 'The sex you entered is not the one in the identity number. Please check both.'
      : 'The birthday you entered is not the one in the identity number. Please check both.',
  identity_in_use: () =>
    'This identity number is registered under another name. Please look at the card; if the register is wrong, tell the community.',
  guardian_needed: () => 'They are under 14: choose their guardian first, who consents for them.',
  lives_there_already: () => 'They are registered here already. Please refresh and look again.',
  occupancy_ended: () => 'It is noted already that they moved out. Please refresh and look again.',
  day_in_future: () => 'That day has not come yet. Please enter today or an earlier day.',
  day_before_move_in: ({ fromDay }) =>
    `They would have moved out before they moved in${named(fromDay)}. Please change the day.`,
  day_before_last_home: ({ fromDay }) =>
    `They would have moved in here before they came to their last home${named(fromDay)}. Please choose a later day.`,
  own_entry_not_found: () =>
    'Nobody is in the register with this telephone. Ask your community to check the number.',
  own_entry_wrong_end: () =>
    'These are not the last four of the identity number. Check them and try again, or ask your community.',
  own_entry_needed: () => 'First find your entry by the last four of your identity number.',
  rights_asked_already: () =>
    'You have asked this already, and it is being seen to. Please wait for the answer.',
  rights_answered: () => 'This request has been answered already. Please refresh and look again.',
  rights_taken_back: () =>
    'This request has been taken back; nothing more is to be done. Please refresh and look again.',
  care_ended: () => 'This care flag has ended already. Please refresh and look again.',
  emergency_first: () =>
    'This sounds like an emergency: first call 110, 119 or 120. If it is none, confirm that and send.',
  case_review_not_ahead: () => 'The day of review must lie ahead. Change the day.',
  case_move_not_allowed: () =>
    'The case cannot take this step now; someone may have just acted. Reload and look.',
  case_moved_on: () =>
    'The case was handed out anew after you did this. Look at how it stands now, then decide.',
  case_evidence_missing: ({ evidence }) =>
    evidence === 'photo'
      ? 'This matter needs a photo of the place before it is resolved. Add one and send again.'
      : evidence === 'note'
        ? 'This matter needs a note of what was done before it is resolved. Add it and send again.'
        : 'Evidence is missing. Add the photo or note that this matter needs.',
  case_reason_needed: () => 'This step needs a reason. Add it and send again.',
  photo_used_already: () => 'A photo in it was sent before. Choose it again, and then send.',
  alert_taken: () => 'A colleague is on this emergency already.',
  case_already_rated: () => 'You have rated this already. If the problem is back, you can report it again.',
  nothing_to_acknowledge: () => 'Nothing waits for you to say that you have seen it.',
  case_request_pending: () => 'The same request is waiting for approval. Please wait for the decision.',
  case_limit_reached: limitReachedEn,
  case_condition_needed: () => 'A listing says what it waits for. Add the condition and send it again.',
  case_arbitration_binds: () =>
    'The centre has decided that your unit answers for this case, so it cannot be given back. Ask for more time, or for another unit to assist.',
  case_occurred_in_future: () => 'It cannot have happened later than now. Correct the time.',
  visit_day_over: () => 'A visit can be taken back on its own day only.',
  channel_first: () =>
    'There is a place for this that is bound to listen, and keeps it closer. Once you have seen it you may still ask here.',
  complaint_first: () =>
    'This sounds like a complaint about staff, who would read it here. Please report it.',
  question_ended: () => 'Somebody has answered this question already. Please refresh.',
  checklist_unknown: () =>
    'The checklist is not this estate’s. Open the page again with a signal, then send it once more.',
  grid_day_not_today: ({ day }) => `Checking in is for the day itself${named(day)}.`,
  checked_in_already: () => 'Checked in already: nothing more to do.',
  check_in_day_over: () => 'A check-in can be taken back on its own day only.',
  not_on_roster: () => 'You are not on this grid’s roster. Ask the community to check the links.',
  hand_over_no_seat: () => 'You hold no post to hand over. Choose one of your own, or one you stand in for.',
  hand_over_own: () =>
    'Nobody takes the shift they gave. A colleague of the same post, or who stands in, can take it.',
  hand_over_ended: () => 'Somebody has taken it, or it was given once more. Refresh to see.',
  question_taken_back: () =>
    'Whoever asked has taken this question back: no answer is needed. Please refresh.',
}

export const refusalsEn = {
  byCode: refusals,
  unknown: 'This page may be out of date. Reload it and try again.',
} satisfies typeof refusalsZh
