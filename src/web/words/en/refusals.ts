import type { RefusalFacts } from '../../../kernel/refusal.ts'
import type { RefusalCode } from '../../../kernel/refusal-codes.ts'
import type { refusalsZh } from '../zh/refusals.ts'
import { limitReachedEn } from './limits.ts'

const named = (fact: RefusalFacts[string] | undefined): string =>
  fact === undefined || fact === null || fact === '' ? '' : ` (${fact})`

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

const refusals: Record<RefusalCode, (facts: RefusalFacts) => string> = {
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
  purpose_needed: () => 'To see personal data, first say what for. The viewing is recorded.',
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
  body_area_wrong: () =>
    'An organisation of this kind cannot stand in an area of that kind. Choose another area or kind.',
  body_parent_wrong: () =>
    'An organisation of this kind cannot stand under that one, or that one does not serve this place. Choose another.',
  body_parent_needed: () =>
    'This kind needs an organisation above it: a branch its committee, a group its branch, a residents’ group its residents’ committee. Choose one.',
  body_move_not_allowed: () =>
    'This organisation cannot take that step now; somebody may just have changed it. Reload and look again.',
  body_has_parts: () => 'Other organisations stand below it. Dissolve them first.',
  body_not_acting: () =>
    'This organisation is suspended or dissolved: nobody can hold office, be linked or take cases for it. Resume it, or choose another.',
  office_unknown: () => 'No such office; it may have ended with its organisation. Choose again.',
  office_exists: () =>
    'The organisation has this office already. If it needs more seats, change their number.',
  term_unknown: () => 'No such term of office; it may have ended. Reload and look again.',
  term_held_already: () =>
    'This person holds the office already. For another term, end the present one first.',
  holder_unknown: () => 'No such person. Choose again, or enter a name.',
  holder_code_taken: ({ code }) => `The personal code${named(code)} is taken. Choose another.`,
  link_unknown: () => 'No such link; it may have ended. Reload and look again.',
  link_place_wrong: () =>
    'District leaders are linked to streets, departments to communities, cadres and delegates to grids. Choose another place.',
  link_stands_already: () => 'This link stands already. To make it longer, renew that one.',
  post_unknown: () => 'No such post; its term may have ended. Choose again.',
  post_place_wrong: () =>
    'This post cannot stand in an area of that kind. Choose the street, community or grid that fits.',
  account_unknown: () => 'No such account; it may have been ended. Check it and try again.',
  account_exists: () => 'This account name is taken. Choose another, or sign in.',
  account_is_own: () =>
    'This is your own account. Change your password under “My account”; another administrator can close it.',
  password_same: () => 'The new password is the old one. Choose another.',
  second_factor_stands: () =>
    'Codes from a phone are set up already. To change to another phone, take them away and set them up again.',
  second_factor_missing: () => 'This account has no codes from a phone.',
  service_place_wrong: () =>
    'Some of this is done for the whole district. Choose the district as its area, or leave those out.',
  key_unknown: () => 'This key is stopped already. Reload the page.',
  session_unknown: () => 'That device is signed out already. Reload the page.',
  passkey_unknown: () => 'This passkey is removed already. Reload the page.',
  passkey_limit: ({ most }) =>
    typeof most === 'number'
      ? `An account has at most ${most} passkeys. Remove one that you do not use, then add this one.`
      : 'This account has as many passkeys as it can. Remove one that you do not use, then add this one.',
  last_administrator: () =>
    'This is the last administrator’s post and cannot end. First give somebody else one without an end.',
  own_post_needed: () => 'You stand in for somebody. This is for an administrator in person.',
  permission_out_of_bounds: ({ bound }) =>
    ({
      never:
        'Posts of this kind can never have this permission: it would show residents’ data, or let somebody give themselves power.',
      too_far: 'This reaches beyond the place that such a post works for. Choose a smaller reach.',
      kept: 'This cannot be taken away: nobody could look after accounts, or see confidential cases.',
      nobody_left: 'Then no post could do this work at all. Leave it to one kind of post at least.',
      unseen:
        'Nobody can work on a case that they cannot see. First let such posts see cases, at least as far as this.',
    })[String(bound)] ?? 'This goes beyond the bounds of permission. Choose again.',
  permission_changed_meanwhile: () =>
    'Somebody changed permissions after you opened this page. Reload to see the latest, then go on.',
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
  district_already_set_up: () => 'The district is set up already. Please sign in.',
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
  household_mixed: () => 'Somebody in this group does not live here. Please note that they moved in first.',
  consent_needed: () =>
    'A care flag needs a consent that stands, by the person or their guardian. Please enter the consent first.',
  care_flag_too_long: ({ latest }) =>
    `A care flag lasts a year at most${latest ? `, until ${latest}` : ''}. Ask the person again then.`,
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
  confidential_unit_refused: () =>
    'A confidential case goes to the district’s centre or a department only, never to the street or community it is about. Choose another unit.',
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
  case_public_already: () => 'This case is public already. Nothing needs to be done.',
  case_summary_needed: () =>
    'Before it is made public it needs a summary without personal data. Write and confirm it.',
  case_cannot_join_itself: () => 'A case cannot be joined to itself. Choose another.',
  photo_used_already: () => 'A photo in it was sent before. Choose it again, and then send.',
  alert_taken: () => 'A colleague is on this emergency already.',
  case_already_rated: () => 'You have rated this already. If the problem is back, you can report it again.',
  instruction_stands: () =>
    'This unit has an instruction that it has not answered. Please wait for the answer, or withdraw it first.',
  instruction_ended: () => 'This instruction was answered or withdrawn already. Please load the page again.',
  nothing_to_acknowledge: () => 'Nothing waits for you to say that you have seen it.',
  case_request_pending: () => 'The same request is waiting for approval. Please wait for the decision.',
  case_limit_reached: limitReachedEn,
  case_condition_needed: () => 'A listing says what it waits for. Add the condition and send it again.',
  case_arbitration_binds: () =>
    'The centre has decided that your unit answers for this case, so it cannot be given back. Ask for more time, or for another unit to assist.',
  case_needs_arbitration: () =>
    'This is a second return: the district’s centre decides who answers. It cannot be decided here.',
  case_not_for_arbitration: () =>
    'This request needs no arbitration. Reload, and decide it as an ordinary one.',
  precedent_ended: () => 'This precedent is over already. Reload to see the list.',
  case_request_decided: () => 'This request has been decided. Reload to see the decision.',
  case_occurred_in_future: () => 'It cannot have happened later than now. Correct the time.',
  case_units_repeat: () => 'A unit can stand only once, as lead or as assisting. Remove the repeated one.',
  whistle_case_unfit: () =>
    'This case was not screened yet, or is confidential: no whistle is blown for it. Screen it first, or blow one for an area.',
  whistle_place_too_wide: () =>
    'A whistle needs a place within one street or town, which coordinates it. Choose a narrower place.',
  whistle_not_yours_to_blow: () =>
    'By the rules in force your post does not blow whistles here. Ask the street or town to.',
  whistle_unit_unfit: ({ unit }) =>
    `${unit} cannot be called. Departments and street teams are whistled, property firms invited; choose another unit.`,
  whistle_report_time: ({ least, most }) =>
    `The time to be there must lie between ${least} and ${most} minutes.`,
  whistle_moved_on: () => 'Somebody has just acted on this whistle. Look at it again first.',
  whistle_move_not_allowed: () => 'This cannot be done at the unit’s present stage. Look at it again.',
  whistle_not_sounding: () => 'This whistle has not sounded yet, or is over.',
  whistle_review_not_waiting: () => 'This whistle needs no review, or was reviewed already.',
  whistle_units_on_the_spot: ({ count }) =>
    `Units not released yet: ${count}. Release them before you end the whistle.`,
  whistle_not_to_rate: () =>
    'This unit cannot be rated now: departments are rated when released, or when they refused or stayed away; invited firms are not.',
  whistle_rated_already: () => 'This unit was rated already.',
  whistle_evidence_unfit: () =>
    'The evidence must be this unit’s answers to whistles in one street or town. Choose again.',
  whistle_advice_erased: () => 'The words of this advice were erased already.',
  whistle_rules_announced: () => 'Rules from that day were announced already. Choose another day.',
  whistle_rules_past: () => 'New rules begin today or later.',
  reporter_has_no_contact: () => 'The reporter left no contact. Reply in the system instead.',
  channel_first: () =>
    'There is a place for this that is bound to listen, and keeps it closer. Once you have seen it you may still ask here.',
  complaint_first: () =>
    'This sounds like a complaint about staff, who would read it here. Please report it.',
  announcement_over: () => 'The last day cannot be before today. Please change the date.',
  withdrawn_already: () => 'This one has been taken down already, perhaps a moment ago. Please refresh.',
  question_ended: () => 'Somebody has answered this question already. Please refresh.',
  question_taken_back: () =>
    'Whoever asked has taken this question back: no answer is needed. Please refresh.',
  answer_not_public: () => 'This answer is not public: there is nothing to take down.',
  robot_unknown: () => 'There is no such robot; it may have been removed. Refresh to see what stands.',
  robot_paused: () => 'This robot is paused. Let it tell again first, and then try it.',
  host_not_allowed: ({ host }) =>
    `Messages may not go to this address${named(host)}. Check the robot’s address; where another server stands between, whoever runs the system names it in the settings first.`,
  channel_unknown: () =>
    'There is no such device or address; it may have been removed. Refresh to see what stands.',
  channels_full: () =>
    'As many devices or addresses as may be are told already. Remove one that you do not use.',
  mail_not_set_up: () => 'This district has no mail server: messages cannot come by mail.',
  mail_not_sent: () => 'The mail with the code was not sent. Check the address and try again a little later.',
  email_code_wrong: () => 'The code is wrong or too old. Check the mail, or have another one sent.',
  email_confirmed_already: () => 'This address gets messages already; there is nothing to add.',
  delivery_not_failed: () =>
    'There is nothing to send again: it was sent, is being sent, or its robot was removed. Refresh to see.',
  import_header_missing: ({ column }) =>
    `The header lacks a column that is needed${named(column)}. Add it as in the template.`,
  import_header_repeated: ({ column }) =>
    `A column stands twice in the header${named(column)}. Keep one and import again.`,
  import_not_ready: () => 'This import cannot be worked on like that now. Reload the page and look again.',
  import_row_not_asked: () => 'Nothing is asked about this row any more.',
  import_file_unreadable: () =>
    'The file cannot be read. Save it as .xlsx or as .csv in UTF-8 and try again.',
}

export const refusalsEn = {
  byCode: refusals,
  unknown: 'This page may be out of date. Reload it and try again.',
} satisfies typeof refusalsZh
