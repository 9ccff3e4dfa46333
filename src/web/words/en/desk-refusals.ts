import type { RefusalFacts } from '../../../kernel/refusal.ts'
import type { deskRefusalsZh } from '../zh/desk-refusals.ts'
import { namedEn as named } from './named.ts'

export const deskRefusalsEn: Readonly<Record<keyof typeof deskRefusalsZh, (facts: RefusalFacts) => string>> =
  {
    purpose_needed: () => 'To see personal data, first say what for. The viewing is recorded.',
    household_mixed: () => 'Somebody in this group does not live here. Please note that they moved in first.',
    consent_needed: () =>
      'A care flag needs a consent that stands, by the person or their guardian. Please enter the consent first.',
    care_flag_too_long: ({ latest }) =>
      `A care flag lasts a year at most${latest ? `, until ${latest}` : ''}. Ask the person again then.`,
    case_summary_needed: () =>
      'Before it is made public it needs a summary without personal data. Write and confirm it.',
    area_move_not_allowed: () => 'The area cannot be moved there. Check what it belongs to.',
    areas_changed: () => 'Areas have changed since you looked. Please look once more at what would change.',
    sheets_running: () => 'Two sheets of yours are being written already. Wait for one, or stop one first.',
    area_too_near: () =>
      'Numbers are counted down to communities. Choose a community, a street or the district.',
    area_has_parts: () => 'The area still holds others. Move or end those first.',
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
    service_place_wrong: () =>
      'Some of this is done for the whole district. Choose the district as its area, or leave those out.',
    key_unknown: () => 'This key is stopped already. Reload the page.',
    last_administrator: () =>
      'This is the last administrator’s post and cannot end. First give somebody else one without an end.',
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
    district_already_set_up: () => 'The district is set up already. Please sign in.',
    confidential_unit_refused: () =>
      'A confidential case goes to the district’s centre or a department only, never to the street or community it is about. Choose another unit.',
    case_public_already: () => 'This case is public already. Nothing needs to be done.',
    case_cannot_join_itself: () => 'A case cannot be joined to itself. Choose another.',
    ladder_without_press: () =>
      'Somebody must hear after the deadline, or nobody knows that it is overdue. Please add such a step.',
    instruction_stands: () =>
      'This unit has an instruction that it has not answered. Please wait for the answer, or withdraw it first.',
    instruction_ended: () => 'This instruction has ended already. Please load the page again.',
    case_needs_arbitration: () =>
      'This is a second return: the district’s centre decides who answers. It cannot be decided here.',
    case_not_for_arbitration: () =>
      'This request needs no arbitration. Reload, and decide it as an ordinary one.',
    precedent_ended: () => 'This precedent is over already. Reload to see the list.',
    case_reopening_waits: () =>
      'The reporter asks for it to be done once more and waits for an answer. Decide that first, then close.',
    closing_looked_at: () => 'Somebody has looked at this closing already. Reload to see what they found.',
    closing_part_open: () =>
      'Other units are still at work, and a part that was done first cannot go back alone. Look again when all are done; if it is urgent, press the unit.',
    call_back_early: () =>
      'It is too early for the next try: call at another time of day. If they answered or prefer not to say, you can note that now.',
    call_back_over: () =>
      'They were tried 3 times or prefer not to say: please do not press them further. If they come to you, you can note that they answered.',
    case_request_decided: () => 'This request has been decided. Reload to see the decision.',
    case_units_repeat: () => 'A unit can stand only once, as lead or as assisting. Remove the repeated one.',
    emergency_kind_unknown: () => 'There is no such kind of emergency. Please choose again.',
    emergency_area_unfit: () =>
      'The place does not fit: an emergency is declared for the district or for one street, and a practice case lies within its drill.',
    emergency_end_unfit: () =>
      'The end does not fit: it must lie ahead, and a drill must have one, a day from now at most.',
    emergency_on_already: () => 'An emergency of this kind is on here already. To change its level, open it.',
    emergency_real_first: () => 'A real emergency is on here: this is no time for a drill.',
    emergency_over: () => 'It is over already. Please look at how things stand.',
    emergency_unchanged: () => 'Level and end are as they were. Please change one of them first.',
    emergency_moved_on: () => 'Somebody has just changed it. Please look at how things stand first.',
    emergency_not_called: () => 'Your post was not called for this one: there is nothing to confirm.',
    emergency_no_drill: () => 'This is no drill: practice cases have no place in it.',
    emergency_kind_announced: () =>
      'Rules from that day on are announced already. Please choose another day.',
    visit_rule_set: () => 'A number of days is already set from this day on. Please choose another day.',
    figure_too_old: ({ days = 40 }) =>
      `Older than ${days} days only sums are kept, and no single cases. Look for them by the day of acceptance.`,
    visit_rule_past: () => 'A new number of days can begin today or later.',
    emergency_kind_past: () => 'New rules can begin today or later.',
    mediation_case_unfit: () =>
      'This cannot be mediated now: it may be over, or there is another way for it.',
    mediation_open_already: () => 'This is being mediated already; there is no need to ask again.',
    mediation_moved_on: () => 'Somebody has just acted on it. Look how it stands now.',
    mediation_move_not_allowed: () => 'Mediation cannot take this step now. Look how it stands.',
    mediation_cause_unknown: () => 'This cause cannot be chosen now. Choose another.',
    mediation_party_unknown: () => 'This party was not found. Load the page again.',
    mediation_session_unknown: () => 'This session was held or called off. Look how it stands now.',
    mediation_unsigned: ({ count = 0 }) =>
      count === 0
        ? 'An agreement by word of mouth needs no seal.'
        : `${count} of the parties have not signed. It comes into force when all have.`,
    mediation_day_unfit: () =>
      'This day will not do: a session is set ahead; what was held, signed or visited was today or earlier.',
    mediation_copies_few: ({ count = 0 }) =>
      `At least ${count} copies are needed: one for each party, one for the committee.`,
    mediation_parties_full: () =>
      'A mediation has 8 parties at most. Let some speak for others, or mediate apart.',
    dispute_quarter_running: () =>
      'This quarter is not over: numbers that grow by the day would tell whose dispute it was. Choose an earlier one.',
    mediation_mediator_unfit: () =>
      'This person cannot mediate now: no office in this committee, or a term that is over. Choose another.',
    whistle_case_unfit: () =>
      'This case was not screened yet, or is confidential: no whistle is blown for it. Screen it first, or blow one for an area.',
    whistle_place_too_wide: () =>
      'A whistle needs a place within one street or town, which coordinates it. Choose a narrower place.',
    whistle_not_yours_to_blow: () =>
      'By the rules in force your post does not blow whistles here. Ask the street or town to.',
    whistle_unit_unfit: ({ unit, unitEn = unit }) =>
      `This unit cannot be called${named(unitEn)}. Departments and street teams are whistled, property firms invited; choose another unit.`,
    whistle_report_time: ({ least = 0, most = 0 }) =>
      `The time to be there must lie between ${least} and ${most} minutes.`,
    whistle_moved_on: () => 'Somebody has just acted on this whistle. Look at it again first.',
    whistle_move_not_allowed: () => 'This cannot be done at the unit’s present stage. Look at it again.',
    whistle_not_sounding: () => 'This whistle has not sounded yet, or is over.',
    whistle_review_not_waiting: () => 'This whistle needs no review, or was reviewed already.',
    whistle_units_on_the_spot: ({ count = 1 }) =>
      `Units not released yet: ${count}. Release them before you end the whistle.`,
    whistle_not_to_rate: () =>
      'This unit cannot be rated now: departments are rated when released, or when they refused or stayed away; invited firms are not.',
    whistle_rated_already: () => 'This unit was rated already.',
    whistle_evidence_unfit: () =>
      'The evidence must be this unit’s answers to whistles in one street or town. Choose again.',
    whistle_advice_erased: () => 'The words of this advice were erased already.',
    whistle_rules_announced: () => 'Rules from that day were announced already. Choose another day.',
    whistle_rules_past: () => 'New rules begin today or later.',
    passed_origin_unfit: () => 'What is confidential or practised cannot be passed on.',
    passed_unit_unfit: () =>
      'Only a department of the district or a team of a street can receive this, and never the unit that sends it. Choose another.',
    passed_move_not_allowed: () => 'This has moved on already. Look at it again.',
    passed_moved_on: () => 'Somebody has just acted on this. Look at it again first.',
    passed_words_needed: () => 'Say why it is not yours, or what else you need.',
    power_street_unfit: () => 'Powers are given to streets and townships. Choose one.',
    power_unit_unfit: () => 'Choose the department of the district whose power it was.',
    power_day_unfit: () => 'It cannot end before today, nor before it began. Choose another day.',
    power_stands: () => 'This street has this power already. To change it, end the first.',
    power_ended: () => 'The day on which this power ends is set and stays.',
    action_whistle_unfit: () =>
      'A joint action is opened from a whistle that sounds now, and not from one that is practised.',
    action_time_unfit: () =>
      'These times do not fit: plan at most half a year ahead, and let no task be due before the action begins.',
    action_moved_on: () => 'Somebody has just acted on this action. Look at it again first.',
    action_move_not_allowed: () => 'This task was answered already. Look at it again.',
    action_over: () => 'This action has ended or was called off.',
    action_tasks_open: ({ tasks = 1 }) =>
      tasks === 1
        ? 'One task has no answer yet. Say why it was left undone, then end the action.'
        : `${tasks} tasks have no answer yet. Say why each was left undone, then end the action.`,
    action_reason_needed: () => 'Say why it was not done.',
    station_area_unfit: () => 'A station stands in a street, a community or an estate. Choose another place.',
    station_closed: () => 'This station is closed.',
    station_moved_on: () => 'Somebody has just changed this station. Look at it again first.',
    station_person_unfit: () => 'This person holds no post in that unit now. Choose again.',
    station_person_there: () => 'This person serves at the station already.',
    station_shift_unfit: () =>
      'This roster does not fit: everybody must serve that day, and a shift lasts 24 hours at most.',
    assessment_month_final: () => 'This month is final and cannot be changed any more.',
    assessment_claims_over: ({ until }) => `The last day for claims and objections${named(until)} is past.`,
    assessment_subject_unfit: () =>
      'Choose among the items of this unit and month only. Please choose again from the list.',
    assessment_claimed_already: () => 'This was asked for already and waits for the centre’s decision.',
    assessment_claim_decided: () => 'This has been decided already. Refresh to see how.',
    assessment_month_not_over: ({ until }) =>
      `Claims may still be made. The month can be made final after their last day${named(until)}.`,
    assessment_claims_open: ({ open = 0 }) => `Still to be decided: ${open}. Decide these first.`,
    assessment_formula_late: () =>
      'A new formula begins with a month that has not begun. Choose next month or a later one.',
    assessment_formula_announced: () =>
      'A formula from that month was announced already. Choose another month.',
    assessment_weights_empty: () =>
      'The weights of one direction cannot all be 0, or nobody would have a score. Give at least one of them a weight.',
    assessment_mark_unfit: () =>
      'Marks are for departments and street teams, never for your own unit; for help on a case, choose one in which it assisted.',
    assessment_marked_already: () =>
      'You have marked this already: help once for each case, support once a month.',
    reporter_has_no_contact: () => 'The reporter left no contact. Reply in the system instead.',
    checklist_announced: () => 'A checklist from that day was announced already. Choose another day.',
    checklist_past: () => 'A new checklist counts from today or later. Please change the date.',
    grid_day_rule_announced: () => 'The day was set from that month already. Choose another month.',
    grid_day_rule_past: () =>
      'The day changes from next month at the earliest: residents were told this month’s already.',
    announcement_over: () => 'The last day cannot be before today. Please change the date.',
    withdrawn_already: () => 'This one has been taken down already, perhaps a moment ago. Please refresh.',
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
    mail_not_sent: () =>
      'The mail with the code was not sent. Check the address and try again a little later.',
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
