import type { PostKind } from '../../../people/contract.ts'
import type { PermissionCell } from '../../../people/permission/contract.ts'
import type { ConsolePermissionsWords, TableAct } from '../zh/console-permissions.ts'

const acts: Record<TableAct, string> = {
  'case.see': 'See cases',
  'case.accept_on_behalf': 'Take a report down for a resident',
  'case.screen': 'Screen cases',
  'case.dispatch': 'Dispatch cases',
  'case.decide': 'Decide on extensions, pauses and returns',
  'case.arbitrate': 'Settle disputes over who answers (second return)',
  'case.sign': 'Sign for what is dispatched',
  'case.handle': 'Note what is done',
  'case.resolve': 'Resolve cases',
  'case.request': 'Ask for an extension, a pause or a return',
  'case.reply': 'Reply to the resident',
  'case.publish': 'Make cases public',
  'case.check': 'Check what was done',
  'case.close': 'Close cases',
  'case.see_reporter': 'See the reporter’s name and telephone',
  'case.erase': 'Erase what is kept of a reporter',
  'register.see': 'See who lives where',
  'register.update': 'Update who lives where',
  'register.see_identity': 'See whole identity numbers',
  'register.export': 'Export the register of residents',
  'register.import': 'Import the register of residents',
  'rights.answer': 'Answer requests about personal data',
  'register.count': 'See how many people and homes there are',
  'grid.see': 'See how one’s own grid is doing',
  'alert.see': 'Take emergencies',
  'community.publish': 'Publish announcements',
  'community.answer': 'Answer residents’ questions',
  'import.run': 'Import cases of other systems',
  'export.run': 'Export lists and sheets',
  'area.manage': 'Keep areas and the map',
  'unit.manage': 'Keep units',
  'body.manage': 'Keep organisations and offices',
  'link.manage': 'Keep links to places',
  'matter.manage': 'Keep the catalogue of matters',
  'calendar.manage': 'Keep the working calendar',
  'people.manage': 'Keep accounts, posts and permissions',
  'channel.manage': 'Keep the messages to work groups',
  'journal.verify': 'Verify that no record was altered',
}

type Reach = PermissionCell['reaches'][number]

const ownArea: Partial<Record<PostKind, string>> = {
  street_desk: 'own street or town',
  community_desk: 'own community or village',
  grid_leader: 'own grid',
  grid_worker: 'own grid',
}

const reaches: Record<Exclude<Reach, 'own_area'>, string> = {
  own_unit: 'what the own unit handles',
  below_district: 'whole district without confidential cases',
  district: 'whole district',
}

export const consolePermissionsEn: ConsolePermissionsWords = {
  title: 'Permissions',
  lead: 'What each kind of post may do, and how far. A change counts from everybody’s next tap on, and every change is recorded.',
  actOf: (act) => (acts as Record<string, string>)[act] ?? 'a permission that no longer exists',
  reach: (reach, kind) => (reach === 'own_area' ? (ownArea[kind] ?? 'own area') : reaches[reach]),
  none: 'not given',
  groups: {
    intake: 'Taking in and dispatching',
    handling: 'Handling',
    answering: 'Replying and closing',
    persons: 'Residents’ personal data',
    territory: 'Grids and communities',
    district: 'What the whole district builds on',
    oversight: 'Accounts and oversight',
  },
  kind: 'Which kind of post',
  kept: 'cannot be taken away',
  changedFrom: (reach) => `As Linli comes: ${reach}`,
  never: (n) => `What such posts can never have (${n})`,
  because: {
    administrators_only: 'for administrators alone, so that nobody gives themselves power',
    persons: 'it would show residents’ personal data, which this work does not need',
    runs_not_reads: 'administrators run the system and do not read residents’ cases',
    other_work: 'it is the work of other posts',
  },
  all: 'Everything in one table',
  allCaption: 'What each kind of post may do, and how far',
  actColumn: 'What may be done',
  change: {
    title: 'What would change',
    sentence: (kind, act, before, after) => `${kind}, “${act}”: from “${before}” to “${after}”`,
    about: (kind, act) => `It is about ${kind}, “${act}”:`,
    undo: 'Leave as it is',
    undoOf: (sentence) => `Leave as it is: ${sentence}`,
    undoAll: 'Leave everything as it is',
    review: (n) => (n === 1 ? 'Look over and save one change' : `Look over and save ${n} changes`),
    ask: (n) => (n === 1 ? 'Save this change?' : `Save these ${n} changes?`),
    hint: 'It counts at once: colleagues at work have the new permissions with their next tap. This is recorded.',
    save: 'Save',
    done: (n) => (n === 1 ? 'One permission changed, from now on' : `${n} permissions changed, from now on`),
    back: 'Back to how Linli comes',
    backOf: (kind) => `Back to how Linli comes: ${kind}`,
  },
  history: {
    title: 'What was changed before',
    none: 'Nothing has been changed: everything is as Linli comes.',
    by: (name) => name ?? 'the system',
  },
}
