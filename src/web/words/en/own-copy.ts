import type { ownCopyZh } from '../zh/own-copy.ts'

export const ownCopyEn: typeof ownCopyZh = {
  title: 'My information',
  about: 'Me',
  item: 'What',
  value: 'As it is held',
  phone: 'Telephone that I sign in with',
  openedAt: 'Here since',
  name: 'Name',
  sex: 'Sex',
  birthDay: 'Born on',
  registeredPhone: 'Telephone in the register',
  registerKind: 'Household register',
  identityEnd: 'End of the identity number',
  passkeys: { page: 'Passkeys', header: ['Added on', 'Added at', 'Last used'] },
  channels: {
    page: 'Where messages go',
    header: ['Device or address', 'Quiet hours', 'Language', 'Added at', 'Confirmed'],
    confirmed: { yes: 'Confirmed', no: 'Not confirmed yet' },
  },
  deliveries: {
    page: 'Messages sent',
    header: ['Device or address', 'What happened', 'Number', 'At', 'What became of it', 'Ended at'],
  },
  homes: { page: 'Homes', header: ['Address', 'As', 'From', 'Until'] },
  consents: { page: 'Consents', header: ['To what', 'Given on', 'Taken back on'] },
  care: { page: 'Care flags', header: ['Need', 'Reason', 'From', 'Until'] },
  looks: {
    page: 'Who looked',
    self: 'Your own',
    header: ['Whose entry', 'Post', 'Unit', 'At what', 'What for', 'In words', 'Last time', 'Times'],
  },
  what: { page: 'the page', identity: 'the whole identity number', visits: 'visits to the home' },
  cameTo: {
    page: 'Visits',
    header: ['At', 'Home', 'By', 'How', 'Outcome', 'What was heard', 'Taken back'],
    withheld: 'Others live there too, so it is not written here: please ask your community',
  },
  cases: { page: 'My reports', header: ['Number', 'My words', 'How far', 'Received', 'Answer'] },
  questions: { page: 'My questions', header: ['Community', 'Question', 'Asked', 'Answer'] },
  requests: { page: 'My requests', header: ['Request', 'My words', 'Answer by', 'Outcome', 'Answer'] },
}
