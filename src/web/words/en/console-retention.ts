import type { ConsoleRetentionWords } from '../zh/console-retention.ts'
import { amountOf } from './amount.ts'
import { inside } from './time.ts'

const kinds: ConsoleRetentionWords['kinds'] = {
  request_ids: {
    label: 'Request ids',
    from: 'from when they were sent',
    removed: (n) => amountOf(n, 'id'),
  },
  sign_in_codes: {
    label: 'Sign-in codes',
    from: 'from when they ran out',
    removed: (n) => amountOf(n, 'code'),
  },
  sessions: { label: 'Sign-ins', from: 'from when they ran out', removed: (n) => amountOf(n, 'sign-in') },
  looks: {
    label: 'Looks into the register',
    from: 'from the last look',
    removed: (n) => amountOf(n, 'look'),
  },
  care_reasons: {
    label: 'Reasons of care flags',
    from: 'from when the flag ended',
    removed: (n) => amountOf(n, 'reason'),
  },
  register_versions: {
    label: 'Earlier contents of the register',
    from: 'from the correction',
    removed: (n) => amountOf(n, 'version'),
  },
  register_imports: {
    label: 'Files read and not taken in',
    from: 'from when they were read',
    removed: (n) => amountOf(n, 'file'),
  },
  rights_words: {
    label: 'Words of requests about personal data',
    from: 'from the answer',
    removed: (n) => amountOf(n, 'request'),
  },
  reporter_contacts: {
    label: 'Contacts of reporters',
    from: 'from when the case was closed',
    removed: (n) => amountOf(n, 'case'),
  },
  deliveries: {
    label: 'What became of messages',
    from: 'from when it was to be told',
    removed: (n) => amountOf(n, 'record'),
  },
  visit_words: {
    label: 'What was heard on visits',
    from: 'from the visit',
    removed: (n) => amountOf(n, 'visit'),
  },
}

export const consoleRetentionEn: ConsoleRetentionWords = {
  title: 'Retention',
  lead: 'How long each kind of personal data is kept, and on what basis. What has had its time is erased every night. Only numbers stand here, and nothing of anybody.',
  print: 'Print',
  sheet: 'Export as .xlsx',
  rules: 'Terms and their basis',
  columns: {
    kind: 'What is kept',
    days: 'For how long',
    basis: 'Basis in law',
    since: 'In force',
    removed: 'Removed in 30 days',
    last: 'Last round',
  },
  kinds,
  days: (n) => amountOf(n, 'day'),
  years: (n) => amountOf(n, 'year'),
  since: (day) => `since ${inside(day)}`,
  never: 'No round yet',
  rounds: 'Rounds of the last 30 days',
  roundsLead: 'Once every night, each rule in turn.',
  nothing: 'Nothing had had its time',
  noRounds: 'No round in the last 30 days',
  noRoundsNext:
    'Rounds run by themselves every night; one that was missed is made up for when the system starts. If there never is one, tell whoever runs the system.',
}
